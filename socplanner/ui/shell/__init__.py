"""The main window: its construction, actions, menus and commands."""
