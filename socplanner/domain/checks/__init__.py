"""Rules of a sound responsibility matrix: one small function each, in a table."""
