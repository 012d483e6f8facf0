"""What assessments say."""
