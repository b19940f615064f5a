"""Waivers: findings that do not count, for a reason and until a day."""

import re
from typing import NamedTuple

from socplanner.domain.ids import PartyId, PhaseId, RoleId

_RULE = re.compile(r"[A-Z][0-9]{2}")
_DAY = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")


class Waiver(NamedTuple):
    """A waiver of the finding of `rule` about a role, or about a party where `role` is None.

    `until` is its last day, as 2026-12-31; empty, it never ends.
    """

    rule: str
    phase: PhaseId
    role: RoleId | None
    party: PartyId | None
    reason: str
    until: str = ""

    @property
    def subject(self) -> tuple[str, PhaseId, RoleId | None, PartyId | None]:
        """The rule, phase, role and party of the finding; a plan has one waiver for each."""
        return self.rule, self.phase, self.role, self.party

    def has_ended(self, today: str) -> bool:
        """Return whether its last day is before the day `today`."""
        return bool(self.until) and self.until < today


def is_day(text: str) -> bool:
    """Return whether `text` has the form of a day, as 2026-12-31.

    The 31st of a month of 30 days is allowed: days are only compared, and it ends with the month.
    """
    return _DAY.fullmatch(text) is not None


def is_rule(text: str) -> bool:
    """Return whether `text` can be the id of a rule; a newer program may have more rules."""
    return _RULE.fullmatch(text) is not None


def without_party(waivers: tuple[Waiver, ...], party: PartyId) -> tuple[Waiver, ...]:
    """Return `waivers` without those about `party`."""
    return tuple(each for each in waivers if each.party != party)


def without_phase(waivers: tuple[Waiver, ...], phase: PhaseId) -> tuple[Waiver, ...]:
    """Return `waivers` without those in `phase`."""
    return tuple(each for each in waivers if each.phase != phase)
