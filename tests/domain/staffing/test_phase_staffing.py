"""The staffing of a phase: needs added up and rounded once, people folded, and all of it traced."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from socplanner.domain.formula import evaluated
from socplanner.domain.ids import PartyId
from socplanner.domain.local_text import LocalText
from socplanner.domain.party_edits import ChangeParty
from socplanner.domain.plan import Plan
from socplanner.domain.staffing.calculation import Figure
from socplanner.domain.staffing.phase_staffing import PhaseStaffing, staffing_of
from socplanner.domain.staffing_inputs import People, Post, Staffing, Workload
from tests.support.small_plan import CISO, IT, MSS, NOW, SOC, TARGET, small_plan

NAME = LocalText.same("N")
DESK = Post("desk", NAME, SOC, "24x365")
OFFICE = Post("office", NAME, SOC, "8x5", begins=TARGET)
STAND_BY = Post("stand-by", NAME, IT, "all on-call", 2, ends=NOW)
PROJECT = Workload("project", NAME, SOC, hours_a_year=172)


def planned(*posts: Post, works: tuple[Workload, ...] = (), **fields: object) -> Plan:
    """Return the small plan with staffing."""
    staffing = Staffing({}, posts, works)._replace(**fields)  # type: ignore[arg-type]
    return replace(small_plan(), staffing=staffing)


def value(result: PhaseStaffing, party: PartyId, symbol: str) -> float | None:
    """Return a figure of a party."""
    (of_party,) = [each for each in result.parties if each.party.id == party]
    return of_party.figures[symbol].value


def figures_of(result: PhaseStaffing) -> Iterator[Figure]:
    """Yield every figure of `result`, those that went into others too."""
    waiting = [*result.assumed.values(), *result.total.values()]
    for party in result.parties:
        waiting += party.figures.values()
        waiting += (work.fte for work in party.work)
        for post in party.posts:
            waiting += post.figures.values()
            if post.crews is not None:
                waiting += [post.crews.week, post.crews.overtime, post.crews.relief]
    while waiting:
        figure = waiting.pop()
        yield figure
        waiting += figure.inputs


def test_a_plan_without_staffing_has_none() -> None:
    result = staffing_of(small_plan(), NOW)
    assert (result.parties, result.left_out) == ((), ())
    assert (result.total["need_fte"].value, result.total["today_fte"].value) == (0, None)
    with pytest.raises(KeyError):
        staffing_of(small_plan(), type(NOW)("x"))


def test_needs_are_added_up_and_rounded_once() -> None:
    result = staffing_of(planned(DESK, OFFICE, works=(PROJECT,)), TARGET)
    assert value(result, SOC, "need_fte") == pytest.approx(5.4113 + 1.1395 + 0.1, abs=0.001)
    assert value(result, SOC, "need_people") == 7


def test_a_post_is_there_in_its_phases_only() -> None:
    plan = planned(DESK, OFFICE, STAND_BY)
    posts = [
        [post.post.id for party in staffing_of(plan, phase).parties for post in party.posts]
        for phase in (NOW, TARGET)
    ]
    assert posts == [["desk", "stand-by"], ["desk", "office"]]


def test_people_fold_and_fall_back_to_the_headcount_of_the_party() -> None:
    people = {(NOW, SOC): People(shared=2), (TARGET, SOC): People(share=25, on_call=3)}
    plan = planned(DESK, people=people)
    assert value(staffing_of(plan, NOW), SOC, "today_fte") is None
    soc = plan.party(SOC)
    assert soc is not None
    plan = ChangeParty(replace(soc, headcount=4)).apply(plan)
    assert value(staffing_of(plan, NOW), SOC, "today_fte") == 3
    assert value(staffing_of(plan, TARGET), SOC, "today_fte") == 2.5
    assert value(staffing_of(plan, TARGET), SOC, "on_call_today") == 3


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        (People(4), 4),
        (People(4, share=30), 1.2),
        (People(4, 2), 3),
        (People(4, 9, 10), 0.4),
        (People(0), 0),
    ],
)
def test_shared_people_count_by_their_share(people: People, expected: float) -> None:
    plan = planned(people={(NOW, SOC): people})
    assert value(staffing_of(plan, NOW), SOC, "today_fte") == pytest.approx(expected)


def test_a_post_needs_the_more_of_coverage_and_load() -> None:
    light = Workload("light", NAME, post="office", volume=10, minutes=12, left=30)
    heavy = Workload("heavy", NAME, post="office", volume=200, minutes=12)
    office = OFFICE._replace(begins=None)
    needs = [
        value(staffing_of(planned(office, works=(work,)), NOW), SOC, "need_fte")
        for work in (light, heavy)
    ]
    assert needs[0] == pytest.approx(1.1395, abs=0.0001)
    assert needs[1] == pytest.approx(200 * 0.2 * 365 / 0.7 / 1720)


def test_work_of_a_post_that_is_not_there_yet_is_not_there_either() -> None:
    later = Workload("later", NAME, post="office", hours_a_year=99)
    result = staffing_of(planned(OFFICE, works=(later,)), NOW)
    assert result.parties == ()


def test_people_on_call_are_counted_apart() -> None:
    result = staffing_of(planned(STAND_BY), NOW)
    assert value(result, IT, "on_call_need") == 8
    assert value(result, IT, "need_fte") == 0
    assert result.left_out == ()


def test_parties_without_a_headcount_are_left_out_of_the_total() -> None:
    plan = planned(DESK, works=(PROJECT._replace(party=CISO),), people={(NOW, CISO): People(1)})
    result = staffing_of(plan, NOW)
    assert result.left_out == (SOC,)
    assert result.total["today_people"].value == 1
    assert result.total["gap"].value is None
    assert value(result, SOC, "gap") is None


def test_a_gap_is_not_filled_by_others() -> None:
    people = {(NOW, SOC): People(4), (NOW, CISO): People(9)}
    total = staffing_of(planned(DESK, people=people), NOW).total
    assert (total["gap"].value or 0) > 7
    assert total["shortfall"].value == pytest.approx(1.4113, abs=0.0001)


def test_providers_are_shown_and_not_added_up() -> None:
    result = staffing_of(planned(DESK._replace(party=MSS)), NOW)
    assert [each.party.id for each in result.parties] == [MSS]
    assert result.total["need_fte"].value == 0


def test_turnover_raises_the_need_and_nothing_is_divided_by_nothing() -> None:
    slow = {"turnover": 20.0, "vacancy-months": 3.0, "ramp-up-months": 6.0}
    need = value(staffing_of(planned(DESK, assumptions=slow), NOW), SOC, "need_fte")
    assert need == pytest.approx(5.4113 / 0.9, abs=0.0001)
    gone = {"turnover": 100.0, "vacancy-months": 12.0}
    assert value(staffing_of(planned(DESK, assumptions=gone), NOW), SOC, "need_fte") is None
    idle = staffing_of(planned(DESK, assumptions={"days-off": 365.0}), NOW)
    assert value(idle, SOC, "need_fte") is None
    assert value(idle, SOC, "need_people") is None
    assert idle.total["need_fte"].value is None


def test_only_posts_round_the_clock_have_crews() -> None:
    result = staffing_of(planned(DESK, OFFICE._replace(begins=None)), NOW)
    crews = {post.post.id: post.crews for party in result.parties for post in party.posts}
    assert crews["office"] is None
    assert crews["desk"] is not None
    assert crews["desk"].relief.value == 2


def test_every_figure_is_its_formula_of_its_inputs() -> None:
    plan = planned(DESK, OFFICE, STAND_BY, works=(PROJECT,), people={(NOW, SOC): People(6, 2)})
    checked = 0
    for figure in figures_of(staffing_of(plan, TARGET)):
        if figure.formula is None or figure.value is None:
            continue
        inputs = {each.name: each.value for each in figure.inputs}
        inputs |= {each.symbol: each.value for each in figure.inputs}
        stated = {name: each for name, each in inputs.items() if each is not None}
        assert evaluated(figure.formula, stated) == pytest.approx(figure.value)
        checked += 1
    assert checked > 50
