"""The inspector: everything about the selected roles, to see and to edit."""
