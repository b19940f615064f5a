"""The plan and all that follows from it: frozen values and pure functions, standard library only."""
