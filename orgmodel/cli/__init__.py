"""One thin file per command; none of them imports Qt."""
