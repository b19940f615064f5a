"""The same work in a terminal, without a window and without Qt."""
