"""The identities that tie plan, file and workbook together; never shown as the only name."""

import re
from typing import NewType

RoleId = NewType("RoleId", str)
"""A role: `EDITION:CODE` for a role of a catalogue (`v2:B-1`), `own:NAME` for the planner's own."""

PartyId = NewType("PartyId", str)
"""A party of one plan: a short word of lower-case letters, digits, `-` and `_`."""

PhaseId = NewType("PhaseId", str)
"""A phase of one plan, written as a party's id is."""

SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
ROLE_ID = re.compile(r"[a-z0-9][a-z0-9.-]{0,19}:[A-Za-z0-9][A-Za-z0-9_.-]{0,39}")
CUSTOM = "own"
EXTENSION = "x-"
"""What keys of others begin with in a file; no id may, or it would be taken for one."""


def is_slug(text: str) -> bool:
    """Tell whether `text` may be the id of a party or a phase."""
    return SLUG.fullmatch(text) is not None and not text.startswith(EXTENSION)


def is_role_id(text: str) -> bool:
    """Tell whether `text` has the form of a role's id."""
    return ROLE_ID.fullmatch(text) is not None


def role_id(edition: str, code: str) -> RoleId:
    """Return the id of the role `code` of a catalogue's `edition`."""
    return RoleId(f"{edition}:{code}")


def slug_for(name: str, used: frozenset[str], stem: str) -> str:
    """Return a free id that resembles `name`, or `stem` and a number where nothing can be kept."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:30] or stem
    plain = plain if not plain.startswith(EXTENSION) else plain.replace("-", "", 1)
    if plain not in used:
        return plain
    number = 2
    while f"{plain}-{number}" in used:
        number += 1
    return f"{plain}-{number}"
