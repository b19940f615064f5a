"""The limits that rules measure by, in words."""

from collections.abc import Mapping

from socplanner.domain.thresholds import Unit
from socplanner.wording.language import N_, Words

_LIMITS: Mapping[str, str] = {
    "performers": N_("So many may perform one role"),
    "consulted": N_("So many may be consulted, at least"),
    "consulted-share": N_("or this share of all parties"),
    "informed": N_("So many may be informed, at least"),
    "informed-share": N_("or this share of all parties"),
    "performing-roles": N_("A party may perform so many roles without a word"),
    "performing-spread": N_("and beyond that, so far above the mean (standard deviations x 10)"),
    "accountable-share": N_("A party may be accountable for one role in"),
    "heavy-roles": N_("So many roles of each kind are not yet heavy"),
    "busiest-share": N_("and only the busiest party in so many is meant"),
    "lone-heads": N_("So few people behind a role are too few"),
}
_UNITS: Mapping[Unit, str] = {"percent": " %"}


def threshold_text(threshold_id: str, words: Words) -> str:
    """Return what a limit is about."""
    return words.tr(_LIMITS[threshold_id])


def unit_text(unit: Unit) -> str:
    """Return what is written behind a number of `unit`."""
    return _UNITS.get(unit, "")
