"""What a place of a plan is about: a role, a party, a phase, or another part of the plan."""

from typing import NamedTuple

from socplanner.domain.comparison.nodes import Place


class PlaceSubject(NamedTuple):
    """A role or party by its id, or else the section of the plan file as `kind`, and its entry."""

    kind: str
    id: str = ""


_ANY = "*"
_IDS: tuple[tuple[Place, str], ...] = (
    (("phases", _ANY, "duties", _ANY), "role"),
    (("phases", _ANY, "duties", _ANY, "letters", _ANY), "party"),
    (("phases", _ANY), "phase"),
    (("assessments", _ANY, "scores", _ANY), "role"),
    (("tenders", _ANY, "terms", _ANY), "role"),
    (("tenders", _ANY, "bids", _ANY, "answers", _ANY), "role"),
    (("tenders", _ANY), "party"),
    (("weights", "roles", _ANY), "role"),
    (("moves", _ANY), "phase"),
    (("moves", _ANY, _ANY), "role"),
    (("roles", _ANY), "role"),
    (("parties", _ANY), "party"),
    (("staffing", "people", _ANY), "phase"),
    (("staffing", "people", _ANY, _ANY), "party"),
    (("cost", "parties", _ANY), "phase"),
    (("cost", "parties", _ANY, _ANY), "party"),
)
"""Places whose last key is the id of a role, a party or a phase."""

_WITH_ENTRIES = frozenset(
    {"phases", "flows", "exercises", "sharing", "assessments", "letter-sets", "reporting"}
)
"""Sections of which each entry is a subject of its own."""


def kind_of_key(place: Place) -> str:
    """Return what the last key of `place` is the id of: `role`, `party`, `phase` or nothing."""
    for pattern, kind in _IDS:
        if len(pattern) == len(place) and _matches(pattern, place):
            return kind if not place[-1].startswith("#") else ""
    return ""


def subject_of(place: Place) -> PlaceSubject:
    """Return what the value at `place` is about."""
    if place[0] == "waivers" and len(place) > 1:
        return _waived(place[1])
    for depth in range(1, len(place) + 1):
        kind = kind_of_key(place[:depth])
        if kind in ("role", "party") and not _has_role_below(place, depth):
            return PlaceSubject(kind, place[depth - 1])
    if place[0] in _WITH_ENTRIES and len(place) > 1:
        return PlaceSubject(place[0], place[1])
    return PlaceSubject(place[0] if len(place) > 1 else "plan")


def phase_id_at(place: Place) -> str:
    """Return the id of the phase that `place` is in, empty where it is in none."""
    for depth in range(1, len(place) + 1):
        if kind_of_key(place[:depth]) == "phase":
            return place[depth - 1]
    return ""


def _has_role_below(place: Place, depth: int) -> bool:
    """Return whether `place` is about a role inside what its key at `depth` is the id of."""
    return place[0] == "tenders" and len(place) > depth + 1 and place[depth] == "terms"


def _matches(pattern: Place, place: Place) -> bool:
    return all(wanted in (_ANY, key) for wanted, key in zip(pattern, place, strict=True))


def _waived(waived: str) -> PlaceSubject:
    """Return what a waiver is about: its id is RULE/PHASE, then a role, a party or nothing."""
    subject = "/".join(waived.split("/")[2:])
    if not subject:
        return PlaceSubject("waivers")
    return PlaceSubject("role" if ":" in subject else "party", subject)
