"""Text and bytes to values and back: YAML and Excel, never the disk."""
