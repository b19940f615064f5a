"""Dialogs: each asks one thing and returns an answer or None; none changes the plan by itself."""
