"""STA and WVR: what has grown old, and what was accepted."""
