"""What packs the program for macOS; written, and not tried on a Mac yet."""
