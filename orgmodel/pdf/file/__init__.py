"""A PDF file as it is put together: objects, structure, places and what is embedded."""
