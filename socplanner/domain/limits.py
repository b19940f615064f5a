"""How many things of a kind a plan may have: many times what organisations need.

Files and edits keep to the same counts, so that a plan that could be made can be opened again.
"""

MOST_PARTIES = 1_000
MOST_PHASES = 100
MOST_CUSTOM_ROLES = 20_000
MOST_WAIVERS = 20_000
