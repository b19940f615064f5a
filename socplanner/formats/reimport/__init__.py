"""Our own workbooks when they come back: what was sent out, and what they say now."""
