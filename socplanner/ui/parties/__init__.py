"""The parties and how much each carries."""
