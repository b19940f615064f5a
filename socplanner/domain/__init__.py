"""The plan and all that follows from it: frozen values, pure functions, no library."""
