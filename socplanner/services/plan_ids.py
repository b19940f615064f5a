"""Ids for new plans, by which a re-imported workbook is matched with its plan."""

import os

from socplanner.domain.ids import is_slug


def new_plan_id() -> str:
    """Return a random id that no other plan has."""
    plan_id = f"plan-{os.urandom(8).hex()}"
    assert is_slug(plan_id)
    return plan_id
