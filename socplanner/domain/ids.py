"""The ids by which plan, file and workbook name roles, parties and phases.

An id is never shown as the only name, and never changes with the name.
"""

import re
from typing import NewType

RoleId = NewType("RoleId", str)
"""A role: `EDITION:CODE` for a role of a catalogue (`v2:B-1`), `own:NAME` for a custom role."""

PartyId = NewType("PartyId", str)
"""A party of one plan: a short word of lower-case letters, digits, `-` and `_`."""

PhaseId = NewType("PhaseId", str)
"""A phase of one plan, written as a party's id is."""

AssessmentId = NewType("AssessmentId", str)
"""An assessment of one plan, written as a party's id is."""

SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
ROLE_ID = re.compile(r"[a-z0-9][a-z0-9.-]{0,19}:[A-Za-z0-9][A-Za-z0-9_.-]{0,39}")
CUSTOM = "own"
"""The edition in the id of a custom role."""

EXTENSION = "x-"
"""The prefix of extension keys in a file; no id may have it, or it would be read as one."""


def is_slug(text: str) -> bool:
    """Return whether `text` may be the id of a party, a phase, an assessment or a letter set."""
    return SLUG.fullmatch(text) is not None and not text.startswith(EXTENSION)


def is_role_id(text: str) -> bool:
    """Return whether `text` has the form of a role's id."""
    return ROLE_ID.fullmatch(text) is not None


def role_id(edition: str, code: str) -> RoleId:
    """Return the id of the role `code` of a catalogue's `edition`."""
    return RoleId(f"{edition}:{code}")


def slug_for(name: str, used: frozenset[str], stem: str) -> str:
    """Return an id not in `used` that resembles `name`, or `stem` where no character can be kept.

    A number is appended where the id is used already.
    """
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:30] or stem
    plain = plain if not plain.startswith(EXTENSION) else plain.replace("-", "", 1)
    if plain not in used:
        return plain
    number = 2
    while f"{plain}-{number}" in used:
        number += 1
    return f"{plain}-{number}"
