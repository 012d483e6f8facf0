"""The pages for people, and the two programs that make their tables and pictures from the running app."""
