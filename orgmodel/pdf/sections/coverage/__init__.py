"""Coverage of layers and areas."""
