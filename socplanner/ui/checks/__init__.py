"""The panel of checks: what the rules have found, and the way there."""
