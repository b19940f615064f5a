"""The people of one party: what it needs, what it has, and the difference."""

from collections.abc import Sequence
from types import MappingProxyType

from socplanner.domain.ids import PhaseId
from socplanner.domain.phases import phase_index
from socplanner.domain.plan import Party, Plan
from socplanner.domain.staffing.assumed import Figures
from socplanner.domain.staffing.calculation import Calculation, Figure, sum_figure
from socplanner.domain.staffing.labour_law import JAPAN, LabourLaw
from socplanner.domain.staffing.pay import NIGHT_PREMIUM_HOURS
from socplanner.domain.staffing_inputs import NO_PEOPLE, People

NEED_FTE = Calculation("need_fte", "present_fte / max(0, 1 - turnover_loss)")
TODAY_PEOPLE = Calculation("today_people", "headcount")
NEED_PEOPLE = Calculation("need_people", "roundup(need_fte)")
SHARE = Calculation("share", "shared_share")
"""The share of shared people, where a plan states none for a party."""

TODAY_FTE = Calculation("today_fte", "headcount - shared + shared * share / 100")
GAP = Calculation("gap", "today_fte - need_fte")
SHORTFALL = Calculation("shortfall", "max(0, need_fte - today_fte)")
"""What a party lacks; in total, people whom one party can spare fill no gap of another."""


def party_people(plan: Plan, phase: PhaseId, party: Party) -> People:
    """Return the people of `party` in `phase`, those of earlier phases folded in."""
    people = NO_PEOPLE
    for each in plan.phases[: phase_index(plan, phase) + 1]:
        people = people.followed_by(plan.staffing.people.get((each.id, party.id), NO_PEOPLE))
    if people.headcount is None:
        people = People(party.headcount).followed_by(people)
    if people.headcount is not None and (people.shared or 0) > people.headcount:
        people = people._replace(shared=people.headcount)
    return people


def party_figures(
    needs: Sequence[Figures],
    work: Sequence[Figure],
    people: People,
    assumed: Figures,
    *,
    law: LabourLaw = JAPAN,
) -> Figures:
    """Return the figures of a party: those of its posts added up, its work, and its people.

    `needs` are the figures of each post, `work` the full-time equivalents of its workloads.
    """
    present = sum_figure("present_fte", (*(each["post_fte"] for each in needs), *work))
    need = NEED_FTE.figure(present, assumed["turnover_loss"])
    headcount = Figure("headcount", people.headcount)
    today = today_figure(people, headcount, assumed)
    night = sum_figure("night_hours", [each["night_hours"] for each in needs])
    premium = NIGHT_PREMIUM_HOURS.figure(night, Figure("night_premium", law.night_premium))
    figures = (
        need,
        NEED_PEOPLE.figure(need),
        TODAY_PEOPLE.figure(headcount),
        today,
        GAP.figure(today, need),
        SHORTFALL.figure(need, today),
        night,
        premium,
        sum_figure("on_call_need", [each["on_call_need"] for each in needs]),
        Figure("on_call_today", people.on_call),
    )
    return MappingProxyType({each.symbol: each for each in figures})


def today_figure(people: People, headcount: Figure, assumed: Figures) -> Figure:
    """Return the full-time equivalents of `people`; `headcount` is their number."""
    shared: float | None = people.shared
    if shared is None:
        shared = 0 if people.share is None else people.headcount
    share = Figure("share", people.share)
    if people.share is None:
        share = SHARE.figure(assumed["shared_share"])
    return TODAY_FTE.figure(headcount, Figure("shared", shared), share)
