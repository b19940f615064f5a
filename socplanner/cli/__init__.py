"""The commands of the terminal: the work of the window, without a window and without Qt."""
