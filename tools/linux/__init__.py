"""What a Linux package has besides the program, and the proof of what it needs of the system."""
