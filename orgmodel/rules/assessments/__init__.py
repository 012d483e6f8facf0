"""MAT: what an assessment claims."""
