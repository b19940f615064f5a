"""Builders for Windows: version resources, the icon of plans, and the setup program."""
