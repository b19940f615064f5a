"""Earlier versions of plans, kept in the folder of the user's data."""
