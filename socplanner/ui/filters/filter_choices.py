"""What a role can be filtered by: the choices of each kind, for one plan in one language."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtGui import QColor, QIcon, QPalette

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.checks.finding import Severity
from socplanner.domain.ids import PartyId
from socplanner.domain.letters import UNDECIDED
from socplanner.domain.plan import Plan
from socplanner.domain.role_filter import NO_LETTER, RoleFilter
from socplanner.ui.filters.choice_button import FilterChoice
from socplanner.ui.kit.icons import icon_pixmap, severity_icon, sourcing_icon
from socplanner.ui.kit.theme import severity_colour, sourcing_colours
from socplanner.wording.findings import rule_name
from socplanner.wording.language import Words
from socplanner.wording.terms import (
    area_name,
    function_name,
    letter_label,
    party_name,
    severity_name,
    sourcing_name,
)

KINDS = ("functions", "areas", "sourcings", "party", "letter", "findings")
"""The kinds of conditions, in the order of the chips."""

SINGLE_KINDS = frozenset({"party", "letter"})
"""The kinds of which one choice at most is in effect."""

_SEVERITY = "severity:"
_ICON = 16


class IconLook(NamedTuple):
    """The palette and the dots a pixel that icons of choices are drawn in."""

    palette: QPalette
    ratio: float

    def icon(self, name: str, colour: QColor) -> QIcon:
        """Return the icon `name` in `colour`."""
        return QIcon(icon_pixmap(name, colour, _ICON, self.ratio))


def kind_titles(words: Words) -> dict[str, tuple[str, str]]:
    """Return the name of each kind, and of its choice that sets no condition."""
    return {
        "functions": (words.tr("Function"), words.tr("All functions")),
        "areas": (words.tr("Area"), words.tr("All areas")),
        "sourcings": (words.tr("Sourcing"), words.tr("Any sourcing")),
        "party": (words.tr("Party"), words.tr("Any party")),
        "letter": (words.tr("Letter"), words.tr("Any letter or none")),
        "findings": (words.tr("Checks"), words.tr("All roles")),
    }


def choices_of(
    kind: str, plan: Plan, rules: Iterable[str], words: Words, look: IconLook
) -> list[FilterChoice]:
    """Return the choices of `kind`; `rules` are those of findings in the phase in view."""
    match kind:
        case "functions":
            return list(_functions(plan, words))
        case "areas":
            return [_area(each, plan, words) for each in Area]
        case "sourcings":
            return [_sourcing(each, words, look) for each in Sourcing]
        case "party":
            return [FilterChoice(party.id, party_name(party, words)) for party in plan.parties]
        case "letter":
            return list(_letters(plan, words))
        case _:
            severities = [_severity(each, words, look) for each in Severity]
            return [*severities, *(_rule(each, words) for each in rules)]


def chosen_ids(kind: str, role_filter: RoleFilter) -> frozenset[str]:
    """Return the ids of the choices of `kind` that `role_filter` has."""
    match kind:
        case "functions":
            return role_filter.functions
        case "areas":
            return frozenset(each.value for each in role_filter.areas)
        case "sourcings":
            return frozenset(each.value for each in role_filter.sourcings)
        case "party":
            return frozenset(filter(None, [role_filter.party]))
        case "letter":
            return frozenset(filter(None, [role_filter.letter]))
        case _:
            severities = (f"{_SEVERITY}{each.value}" for each in role_filter.severities)
            return frozenset(severities) | role_filter.rules


def filter_of(ids: dict[str, frozenset[str]]) -> RoleFilter:
    """Return the filter with the choices `ids` of each kind."""
    party = next(iter(ids["party"]), None)
    return RoleFilter(
        ids["functions"],
        frozenset(map(Area, ids["areas"])),
        frozenset(map(Sourcing, ids["sourcings"])),
        None if party is None else PartyId(party),
        next(iter(ids["letter"]), ""),
        frozenset(
            Severity(int(each.removeprefix(_SEVERITY)))
            for each in ids["findings"]
            if each.startswith(_SEVERITY)
        ),
        frozenset(each for each in ids["findings"] if not each.startswith(_SEVERITY)),
    )


def _functions(plan: Plan, words: Words) -> Iterator[FilterChoice]:
    for code in dict.fromkeys(role.function for role in plan.roles()):
        label = f"{code}. {function_name(code, plan.catalogue, words)}"
        yield FilterChoice(code, label, short=code)


def _area(area: Area, plan: Plan, words: Words) -> FilterChoice:
    name = area_name(area, plan.catalogue, words)
    if area is Area.UNPLACED:
        return FilterChoice(area.value, name)
    return FilterChoice(area.value, f"{area.value} {name}", short=area.value)


def _rule(rule: str, words: Words) -> FilterChoice:
    return FilterChoice(rule, f"{rule} {rule_name(rule, words)}", short=rule)


def _letters(plan: Plan, words: Words) -> Iterator[FilterChoice]:
    for letter in (*plan.letter_set.letters, UNDECIDED):
        yield FilterChoice(letter.symbol, letter_label(letter, words))
    yield FilterChoice(NO_LETTER, words.tr("No letter"))


def _sourcing(sourcing: Sourcing, words: Words, look: IconLook) -> FilterChoice:
    ink = sourcing_colours(sourcing, look.palette).ink
    icon = look.icon(sourcing_icon(sourcing), ink)
    return FilterChoice(sourcing.value, sourcing_name(sourcing, words), icon)


def _severity(severity: Severity, words: Words, look: IconLook) -> FilterChoice:
    icon = look.icon(severity_icon(severity), severity_colour(severity, look.palette))
    return FilterChoice(f"{_SEVERITY}{severity.value}", severity_name(severity, words), icon)
