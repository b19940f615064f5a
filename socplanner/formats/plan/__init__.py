"""Plan files: text to a plan and back, keeping what a person wrote by hand."""
