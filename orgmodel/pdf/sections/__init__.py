"""What is printed, section by section."""
