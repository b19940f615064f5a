"""The descriptions of thresholds, and the signs of their units."""

from collections.abc import Mapping

from socplanner.domain.thresholds import Unit
from socplanner.wording.language import N_, Words

_LIMITS: Mapping[str, str] = {
    "performers": N_("Most parties that may be responsible for one role"),
    "consulted": N_("Consulted parties always allowed"),
    "consulted-share": N_("or this share of all parties"),
    "informed": N_("Informed parties always allowed"),
    "informed-share": N_("or this share of all parties"),
    "performing-roles": N_("Roles a party may perform before it is reported"),
    "performing-spread": N_(
        "and at least this far above the mean (tenths of a standard deviation)"
    ),
    "accountable-share": N_("Largest share of roles one party may be accountable for: 1 in"),
    "heavy-roles": N_("Roles of each kind that still count as a normal load"),
    "busiest-share": N_("and among the busiest 1 in … parties"),
    "inhouse-roles": N_("Roles that may go in-house in one phase"),
    "evidence-score": N_("Scores in-house that need evidence, from this one on"),
    "weak-score": N_("Report a role of incident response with this score or a lower one"),
    "lone-heads": N_("Report a role carried by this many people or fewer"),
}
_UNITS: Mapping[Unit, str] = {"percent": " %"}


def threshold_text(threshold_id: str, words: Words) -> str:
    """Return the description of a threshold; raise KeyError for an unknown id."""
    return words.tr(_LIMITS[threshold_id])


def unit_text(unit: Unit) -> str:
    """Return the sign after a number of `unit`, with a space before it; empty for most units."""
    return _UNITS.get(unit, "")
