"""The road map of a plan, computed from its phases and from what is stated about its moves.

`moves` derives what changes between phases; `readiness` finds what comes too late; `days` counts.
"""
