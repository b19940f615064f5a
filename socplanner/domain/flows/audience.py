"""For whom a label of the Traffic Light Protocol 2.0 is too narrow.

RED is for the persons who receive it: never for groups without names. AMBER+STRICT stays inside the
organisation, AMBER goes to those who work for it or with it and need to know, GREEN to communities,
CLEAR to everyone.
"""

from collections.abc import Mapping

from socplanner.domain.marking import Tlp

_GROUPS = frozenset({"community", "public", "staff"})
_OUTSIDE = frozenset({"provider", "authority", "community", "partner", "public"})
_TOO_NARROW: Mapping[Tlp, frozenset[str]] = {
    Tlp.RED: _GROUPS,
    Tlp.AMBER_STRICT: _OUTSIDE,
    Tlp.AMBER: frozenset({"community", "public"}),
    Tlp.GREEN: frozenset({"public"}),
    Tlp.CLEAR: frozenset(),
}


def is_too_narrow(label: Tlp, kind: str) -> bool:
    """Return whether `label` keeps information from a receiver of `kind`: party or counterpart."""
    return kind in _TOO_NARROW[label]
