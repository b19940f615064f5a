"""Findings that are left standing for a reason, and until when."""

import re
from typing import NamedTuple

from socplanner.domain.ids import PartyId, PhaseId, RoleId

_RULE = re.compile(r"[A-Z][0-9]{2}")
_DAY = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")


class Waiver(NamedTuple):
    """Lets what `rule` says of a role, or of a party, stand; `until` is a day such as 2026-12-31.

    An empty `until` never ends. The last day still counts.
    """

    rule: str
    phase: PhaseId
    role: RoleId | None
    party: PartyId | None
    reason: str
    until: str = ""

    @property
    def subject(self) -> tuple[str, PhaseId, RoleId | None, PartyId | None]:
        """What it is about; a plan has one waiver for each subject."""
        return self.rule, self.phase, self.role, self.party

    def has_ended(self, today: str) -> bool:
        """Tell whether it ended before the day `today`."""
        return bool(self.until) and self.until < today


def is_day(text: str) -> bool:
    """Tell whether `text` is a day as 2026-12-31; that the month has so many days is not looked at.

    The 31st of a month of 30 days ends with it: days are only compared.
    """
    return _DAY.fullmatch(text) is not None


def is_rule(text: str) -> bool:
    """Tell whether `text` can be the id of a rule; a newer program may know more of them."""
    return _RULE.fullmatch(text) is not None


def without_party(waivers: tuple[Waiver, ...], party: PartyId) -> tuple[Waiver, ...]:
    """Return `waivers` but those about `party`."""
    return tuple(each for each in waivers if each.party != party)


def without_phase(waivers: tuple[Waiver, ...], phase: PhaseId) -> tuple[Waiver, ...]:
    """Return `waivers` but those in `phase`."""
    return tuple(each for each in waivers if each.phase != phase)
