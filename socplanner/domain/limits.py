"""How many parties, phases, roles and so on a plan may have: many times what is needed.

The reader of files and the edits use the same limits, so that a plan that can be made can be
opened again.
"""

MOST_PARTIES = 1_000
MOST_PHASES = 100
MOST_CUSTOM_ROLES = 20_000
MOST_WAIVERS = 20_000
MOST_CONFLICTS = 20_000
MOST_POSTS = 2_000
MOST_WORKLOADS = 5_000
MOST_CLOSED = 100
"""Days or ranges of days on which an organisation is closed."""
MOST_SEATS = 1_000
MOST_PEOPLE = 100_000
MOST_AMOUNT = 1_000_000
"""Seats of a post, people of a party, and any other number of staffing."""
MOST_ASSESSMENTS = 200
MOST_MOVES = 50_000
MOST_PREREQUISITES = 50
"""Moves of which a plan states something, and prerequisites of one move."""
MOST_CONTRACTS = 2_000
MOST_NOTICE = 120
MOST_MONEY = 100_000_000_000
"""Months of notice, and any amount of money."""
MOST_EXERCISES = 1_000
MOST_SECONDS = 1_000_000
"""Exercises of a plan, and seconds of one step of an exercise."""
MOST_FLOWS = 200
MOST_STEPS = 500
MOST_RECEIVERS = 50
MOST_COUNTERPARTS = 500
"""Flows of a plan, steps of a flow, receivers of a step, and counterparts of a plan."""
MOST_AGREEMENTS = 500
MOST_REPORTING_DUTIES = 500
"""Agreements about sharing, and reporting duties, of a plan."""
MOST_LESSONS = 1_000
"""Prompts of a review of which a plan states something."""
MOST_BIDS = 100
"""Bids of one tender."""
