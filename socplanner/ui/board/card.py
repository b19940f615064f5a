"""The contents of a card of the board as a value: equal cards look the same."""

from collections.abc import Mapping
from typing import NamedTuple

from socplanner.domain.assessment import SIDES, newest_scores
from socplanner.domain.catalogue import Area, PartyKind, Role, Sourcing
from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.ids import PartyId
from socplanner.domain.letters import Letter
from socplanner.domain.phases import duty as duty_in
from socplanner.domain.plan import NO_AIM, Duty, Plan
from socplanner.wording.language import Words
from socplanner.wording.terms import party_initials, role_name, sourcing_name

SHOWN_ON_THE_CARD = ("D03", "area")
"""Rule and variant of the finding that a card shows by its own mark: an unusual area."""


class Badge(NamedTuple):
    """A party on a card: its initials, its kind, and whether it is accountable, responsible."""

    initials: str
    kind: PartyKind
    is_accountable: bool
    is_responsible: bool


class Card(NamedTuple):
    """Everything that is drawn on a card."""

    code: str
    function: str
    name: str
    sourcing: Sourcing
    badges: tuple[Badge, ...]
    severity: Severity | None
    deviates: bool
    sourcing_name: str = ""
    coverage: str = ""
    maturity: str = ""
    """The maturity now and its target; empty where neither is known."""


def card_of(
    plan: Plan,
    role: Role,
    duty: Duty,
    findings: tuple[Finding, ...],
    places: Mapping[PartyId, int],
    words: Words,
) -> Card:
    """Return the card of `role`, with the parties by their `places` in the plan."""
    return Card(
        role.code,
        role.function,
        role_name(role, words),
        duty.sourcing,
        _badges(plan, duty, places, words),
        min((each.severity for each in findings), default=None),
        deviates(role, duty.area),
        sourcing_name(duty.sourcing, words),
        duty.coverage,
        _maturity(plan, role, duty, words),
    )


def _maturity(plan: Plan, role: Role, duty: Duty, words: Words) -> str:
    """Return the score of the newest assessment and the aim; empty where there is neither."""
    scores = newest_scores(plan.assessments, role.id)
    is_assessed = any(scores.of(side).score is not None for side in SIDES)
    if not is_assessed and duty.aim == NO_AIM:
        return ""
    # Not needed to paint a board without scores.
    from socplanner.domain.maturity.role_maturity import maturity_of
    from socplanner.wording.maturity_words import NOTHING, points_text

    present = duty_in(plan, plan.phases[0].id, role.id)
    maturity = maturity_of(role, present, duty, scores)
    if not maturity.counts:
        return ""
    return words.tr(
        "Maturity {now} → {target}",
        now=points_text(maturity.score) if is_assessed else NOTHING,
        target=points_text(maturity.aim),
    )


def deviates(role: Role, area: Area) -> bool:
    """Return whether the catalogue has `role` in another area."""
    return role.default_area is not Area.UNPLACED and area is not role.default_area


def holders(plan: Plan, duty: Duty, *, accountable: bool) -> list[PartyId]:
    """Return the accountable or else the performing parties, in the order of the plan."""
    return [
        party.id
        for party in plan.parties
        if party.id in duty.letters
        and any(
            _is(letter, accountable=accountable)
            for letter in plan.letter_set.letters_in(duty.letters[party.id])
        )
    ]


def _is(letter: Letter, *, accountable: bool) -> bool:
    return letter.accountable if accountable else letter.performs


def _badges(
    plan: Plan, duty: Duty, places: Mapping[PartyId, int], words: Words
) -> tuple[Badge, ...]:
    accountable = holders(plan, duty, accountable=True)
    performing = holders(plan, duty, accountable=False)
    return tuple(
        Badge(
            party_initials(plan.parties[places[party]], words),
            plan.parties[places[party]].kind,
            party in accountable,
            party in performing,
        )
        for party in dict.fromkeys((*accountable, *performing))
    )
