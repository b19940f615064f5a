"""The responsibility matrix: roles down, parties across, letters typed."""
