"""What each party needs and has, one line a party, a post or a workload, and the total."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QObject

from socplanner.domain.coverage_text import coverage_of
from socplanner.domain.coverage_week import Week, week_of
from socplanner.domain.ids import RoleId
from socplanner.domain.plan import Plan
from socplanner.domain.plan_diff import PlanDiff
from socplanner.domain.staffing.assumed import Figures
from socplanner.domain.staffing.calculation import Figure
from socplanner.domain.staffing.crews import CrewCheck
from socplanner.domain.staffing.phase_staffing import (
    PartyStaffing,
    PhaseStaffing,
    PostStaffing,
    staffing_of,
)
from socplanner.ui.kit.figure_lines import FigureLine, FigureLines
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.wording.language import N_, Words
from socplanner.wording.staffing_words import fixed_number
from socplanner.wording.terms import party_initials, party_name


class PeopleColumn(IntEnum):
    """The columns of the table."""

    NAME = 0
    WEEK = 1
    SEATS = 2
    FTE = 3
    NEED = 4
    TODAY = 5
    GAP = 6


_TITLES: Mapping[int, str] = {
    PeopleColumn.NAME: N_("Party and post"),
    PeopleColumn.WEEK: N_("Coverage"),
    PeopleColumn.SEATS: N_("Seats"),
    PeopleColumn.FTE: N_("FTE"),
    PeopleColumn.NEED: N_("People needed"),
    PeopleColumn.TODAY: N_("People"),
    PeopleColumn.GAP: N_("Gap in FTE"),
}
_PLACES: Mapping[int, int] = {PeopleColumn.FTE: 2, PeopleColumn.GAP: 2}
"""Decimal places of columns; the others have whole numbers."""

_OF_PARTY: Mapping[int, str] = {
    PeopleColumn.FTE: "need_fte",
    PeopleColumn.NEED: "need_people",
    PeopleColumn.TODAY: "today_people",
    PeopleColumn.GAP: "gap",
}


@dataclass(frozen=True, slots=True)
class PeopleLine(FigureLine):
    """A line of a party, a post, a workload or the total, with the hours of a post."""

    week: Week | None = None
    crews: CrewCheck | None = None


class PeopleModel(FigureLines[PeopleLine]):
    """Follows document, phase and language; never edits."""

    def __init__(self, context: PlanContext, parent: QObject | None = None) -> None:
        """Begin with the staffing of the phase in view."""
        super().__init__(context, _TITLES, PeopleColumn.SEATS, parent)
        self.refresh()

    @override
    def concerns(self, diff: PlanDiff) -> bool:
        return diff.changes_parties or diff.changes_phase_list or "staffing" in diff.fields

    @override
    def computed_lines(self) -> Iterator[PeopleLine]:
        self.staffing = staffing_of(self.plan, self.phase)
        return _lines(self.plan, self.staffing, self.words)

    @override
    def number_text(self, figure: Figure, column: int) -> str:
        text = fixed_number(figure.value, _PLACES.get(column, 0))
        is_more = column == PeopleColumn.GAP and (figure.value or 0) > 0
        return f"+{text}" if is_more else text


def _lines(plan: Plan, staffing: PhaseStaffing, words: Words) -> Iterator[PeopleLine]:
    for each in staffing.parties:
        yield from _lines_of_party(plan, each, words)
    if staffing.parties:
        total = _figures_of(staffing.total)
        yield PeopleLine("total", "", words.tr("Total of the internal parties"), total)


def _lines_of_party(plan: Plan, each: PartyStaffing, words: Words) -> Iterator[PeopleLine]:
    party = each.party
    yield PeopleLine(
        "party",
        party.id,
        party_name(party, words),
        _figures_of(each.figures),
        party_initials(party, words),
        party.kind,
    )
    for staffed in each.posts:
        post = staffed.post
        yield PeopleLine(
            "post",
            post.id,
            words.local(post.name),
            {
                PeopleColumn.SEATS: staffed.figures["seats"],
                PeopleColumn.FTE: staffed.figures["post_fte"],
            },
            party_kind=party.kind,
            about=" ".join(_codes(plan, post.roles)),
            is_part=True,
            week=week_of(coverage_of(post.coverage)),
            crews=staffed.crews,
        )
        yield from _work_of_post(plan, staffed, words)
    for work in each.work:
        name = words.local(work.workload.name)
        yield PeopleLine("work", work.workload.id, name, {PeopleColumn.FTE: work.fte}, is_part=True)


def _work_of_post(plan: Plan, staffed: PostStaffing, words: Words) -> Iterator[PeopleLine]:
    """Yield the workloads of a post, whose hours are in the need of the post already."""
    for hours in staffed.figures["load_hours"].inputs:
        work = plan.staffing.workload(hours.subject)
        if work is not None:
            about = words.tr("{hours} h a year", hours=fixed_number(hours.value, 0))
            yield PeopleLine("work", work.id, words.local(work.name), {}, about=about, is_part=True)


def _figures_of(figures: Figures) -> dict[int, Figure]:
    return {column: figures[symbol] for column, symbol in _OF_PARTY.items()}


def _codes(plan: Plan, roles: Sequence[RoleId]) -> Iterator[str]:
    for role_id in roles:
        role = plan.role(role_id)
        if role is not None:
            yield role.code
