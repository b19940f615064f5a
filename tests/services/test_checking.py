"""What is kept true edit by edit is what checking everything again would find."""

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.check_edits import RemoveWaiver, SetThresholds, SetWaiver
from socplanner.domain.checks.run import check_phase
from socplanner.domain.checks.split_findings import split_by_waivers
from socplanner.domain.duty_edits import (
    ApplyPattern,
    ChangeSourcing,
    MoveRoles,
    SetCells,
    SetNote,
)
from socplanner.domain.history import Edit, History
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letter_set_edits import SwitchLetterSet, proposed_mapping
from socplanner.domain.letter_sets import DACI, RACI
from socplanner.domain.letters import Cell
from socplanner.domain.party_edits import RemoveParty
from socplanner.domain.phase_edits import RemovePhase
from socplanner.domain.road_map_edits import SetMove
from socplanner.domain.road_map_inputs import Prerequisite, StatedMove
from socplanner.domain.staffing_edits import SetPeople
from socplanner.domain.staffing_inputs import People
from socplanner.domain.thresholds import THRESHOLDS
from socplanner.domain.waivers import Waiver
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from tests.support.small_plan import A1, B2, CISO, IT, MSS, NOW, ROLES, SOC, TARGET, small_plan

DAY = "2026-06-15"
RULES = ("R01", "R04", "R06", "D02", "D03", "C03", "C04", "P01")
phases = st.sampled_from((NOW, TARGET))
roles = st.frozensets(st.sampled_from(ROLES), min_size=1, max_size=3)
role = st.sampled_from(ROLES)
party = st.sampled_from((CISO, SOC, IT, MSS))
cells = st.sampled_from([Cell(each) for each in ("", "A", "R", "A/R", "C", "I", "C/I", "?")])
days = st.sampled_from(("", "2026-06-14", "2026-06-15", "2027-01-01"))


def waivers() -> st.SearchStrategy[Waiver]:
    """Return waivers about roles and about parties, ended ones among them."""
    of_role = st.builds(
        Waiver, st.sampled_from(RULES), phases, role, st.none(), st.just("agreed"), days
    )
    of_party = st.builds(
        Waiver, st.sampled_from(RULES), phases, st.none(), party, st.just("agreed"), days
    )
    return st.one_of(of_role, of_party)


def moves() -> st.SearchStrategy[StatedMove]:
    """Return moves with days, and with prerequisites of every kind."""
    when = st.sampled_from(("", "2027-04-01", "2027-07-01", "2027-10-01"))
    prerequisites = st.one_of(
        st.builds(Prerequisite, st.just("role"), role, st.sampled_from((None, NOW))),
        st.builds(Prerequisite, st.just("hiring"), day=when),
        st.builds(Prerequisite, st.just("contract"), until=when),
    )
    needed = st.lists(prerequisites, max_size=2).map(tuple)
    return st.builds(StatedMove, begins=when, ends=when, prerequisites=needed)


edits: st.SearchStrategy[Edit] = st.one_of(
    st.builds(MoveRoles, phases, roles, st.sampled_from(Area)),
    st.builds(ChangeSourcing, phases, roles, st.sampled_from(Sourcing)),
    st.builds(ApplyPattern, phases, st.sampled_from(("half", "all"))),
    st.builds(SetNote, phases, roles, st.sampled_from(("", "handed over"))),
    st.builds(SetCells, phases, st.tuples(st.tuples(role, party, cells))),
    st.builds(SetWaiver, waivers()),
    st.builds(RemoveWaiver, waivers().map(lambda waiver: waiver.subject)),
    st.builds(
        SetThresholds,
        st.dictionaries(
            st.sampled_from([each.id for each in THRESHOLDS]), st.integers(1, 9), max_size=3
        ),
    ),
    st.builds(SetMove, phases, role, moves()),
    st.builds(SetPeople, phases, party, st.builds(People, st.integers(0, 3))),
    st.builds(RemoveParty, party),
    st.builds(RemovePhase, phases),
    st.just(SwitchLetterSet(DACI, proposed_mapping(RACI, DACI))),
)
steps = st.lists(st.one_of(edits, st.sampled_from(("undo", "redo")), phases), max_size=12)


@settings(max_examples=120, deadline=None)
@given(steps)
@example([SetCells(NOW, ((B2, CISO, Cell("A")),))])  # a role that nobody usually does
def test_after_any_edits_the_findings_are_those_of_a_full_check(accepted: list[object]) -> None:
    document = Document(History.of(small_plan()))
    checking = Checking(document, today=lambda: date.fromisoformat(DAY))
    phase: PhaseId = NOW
    for step in accepted:
        if step == "undo":
            document.undo()
        elif step == "redo":
            document.redo()
        elif isinstance(step, str):
            if document.plan.phase(PhaseId(step)) is not None:
                phase = PhaseId(step)
                checking.look_at_phase(phase)
        else:
            document.try_perform(step)  # type: ignore[arg-type]
        if document.plan.phase(phase) is None:
            phase = document.plan.phases[0].id
        messages = split_by_waivers(check_phase(document.plan, phase), document.plan.waivers, DAY)
        assert checking.all() == messages.counting
        assert checking.waived() == messages.waived


def test_a_change_of_findings_about_parties_is_announced() -> None:
    document = Document(History.of(small_plan()))
    checking = Checking(document)
    messages: list[None] = []
    checking.parties_changed.connect(lambda: messages.append(None))
    before = checking.of_parties()
    letters = tuple((each, SOC, Cell("A")) for each in ROLES)
    document.perform(SetCells(NOW, letters))
    assert messages
    assert checking.of_parties() != before
    assert {each.rule for each in checking.of_party(SOC)} >= {"C02", "C03"}
    document.undo()
    assert checking.of_parties() == before


def test_an_edit_of_one_role_checks_that_role_only() -> None:
    document = Document(History.of(small_plan()))
    checking = Checking(document)
    messages: list[frozenset[RoleId]] = []
    checking.findings_changed.connect(messages.append)
    document.perform(SetCells(NOW, ((A1, PartyId("ciso"), Cell("")),)))
    assert messages == [frozenset({A1})]
