"""The window: widgets, one folder per feature, and what all of them share."""
