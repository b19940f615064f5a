"""Packs the program for macOS; written, and not yet tried on a Mac."""
