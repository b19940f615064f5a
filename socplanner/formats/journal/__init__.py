"""Journals: the states of an open plan, appended to a file outside the plan file."""
