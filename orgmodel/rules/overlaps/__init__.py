"""OVR: too many have it."""
