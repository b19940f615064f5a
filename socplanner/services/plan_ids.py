"""Ids for new plans: what ties a workbook that comes back to the plan it came from."""

import os

from socplanner.domain.ids import is_slug


def new_plan_id() -> str:
    """Return an id that no other plan has."""
    made = f"plan-{os.urandom(8).hex()}"
    assert is_slug(made)
    return made
