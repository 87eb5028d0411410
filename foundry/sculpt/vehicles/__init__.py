"""What drives, floats and flies, and robots."""
