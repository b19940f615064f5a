"""Dialogs: each asks for one thing and returns it, or None; only the phases dialog makes edits."""
