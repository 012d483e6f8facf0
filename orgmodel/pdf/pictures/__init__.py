"""One chart as a picture of its own, as large as what it shows."""
