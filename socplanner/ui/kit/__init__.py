"""Widgets, texts and colours that every feature of the window shares."""
