"""A plan with everything a plan can have is written in one form, and read as it was written."""

from pathlib import Path

from socplanner.domain.assessment import Assessment, RoleScores, SideScore
from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.cost_inputs import Contract, CostInputs, Rates
from socplanner.domain.ids import AssessmentId, PartyId, PhaseId, RoleId
from socplanner.domain.lesson_inputs import LessonEntry, LessonVerdict
from socplanner.domain.letters import Cell
from socplanner.domain.local_text import LocalText
from socplanner.domain.marking import Marking, Tlp
from socplanner.domain.merge_conflicts import MergeConflict
from socplanner.domain.plan import Aim, Change, Party
from socplanner.domain.road_map_inputs import NO_TERMS, PhaseTerms, Prerequisite, StatedMove
from socplanner.domain.staffing_inputs import People, Post, Staffing, Workload
from socplanner.domain.waivers import Waiver
from socplanner.domain.work_calendar import ClosedDays, WorkCalendar
from socplanner.formats.plan.plan_yaml import dumps, loads
from socplanner.services.catalogues import catalogue_of

WHOLE = (Path(__file__).parents[2] / "golden" / "plans" / "whole.socplan").read_bytes()
CONFLICTS = (
    MergeConflict("/phases/now/duties/v2:A-1/note", '"One line."', '"Another line."', '"A line."'),
    MergeConflict("/parties/mss", "", '{"id": "mss", "kind": "provider", "name": "MSS"}'),
)
LESSONS = {
    "FI2": LessonEntry(comment="First, call the line.", waived="Small team", until="2027-03-31"),
    "FI4": LessonEntry(
        *(LessonVerdict.NOT_MET, "2026-05-10", "Three months only.\nThe budget is asked for.")
    ),
    "K01a": LessonEntry(LessonVerdict.DOUBTFUL),
}
NOW, NEXT = PhaseId("now"), PhaseId("next")
CISO, SOC, MSS = PartyId("ciso"), PartyId("soc"), PartyId("mss")
A1 = RoleId("v2:A-1")
STAFFING = Staffing(
    {"hours-a-day": 7.75, "days-off": 122, "shifts": 2},
    (
        Post(
            *("desk", LocalText("窓口", "Desk"), SOC, "24x365", 2),
            *((A1, RoleId("own:day")), NOW, NEXT),
        ),
        Post("plain", LocalText.same("Plain"), MSS, "mon-fri 9:00-17:00"),
    ),
    (
        Workload(
            *("alerts", LocalText.same("Alerts")), post="desk", volume=45, minutes=12.5, left=30
        ),
        Workload("cases", LocalText.same("Cases"), SOC, incidents=24, hours=40, begins=NEXT),
        Workload("projects", LocalText.same("Projects"), CISO, hours_a_year=96, ends=NOW),
    ),
    {
        (NOW, CISO): People(1),
        (NOW, SOC): People(6, 2, 50, 4),
        (NEXT, SOC): People(on_call=5),
    },
)

NIGHT = RoleId("own:night")
TERMS = PhaseTerms("2026-04-01", "2027-03-31", "Board", "2026-03-20", "26-014", "1,200万円")
MOVES = {
    (NOW, A1): StatedMove(note="No difference."),
    (NEXT, A1): StatedMove(
        SOC,
        "Sato",
        "2027-04-01",
        "2027-09-30",
        (
            Prerequisite("role", NIGHT),
            Prerequisite("role", A1, NOW, "Both", "2026-12-31"),
            Prerequisite("hiring", name="Two analysts", day="2027-03-31"),
            Prerequisite("contract", day="2026-04-01", until="2027-03-31"),
            Prerequisite("document"),
        ),
        12.5,
        "Knowledge.\nLeaves.",
        "in-progress",
        "Both run for three months.",
    ),
    (NEXT, NIGHT): StatedMove(status="done"),
}
CALENDAR = WorkCalendar("JP", (ClosedDays("12-29", "01-03"), ClosedDays("05-01", "05-01")))
COST = CostInputs(
    *("JPY", 1000, 7.5, 30, Rates(9_000_000, 3000, 300_000, 1_500_000, 480_000.5)),
    {
        (NOW, SOC): Rates(9_500_000, tools=12_000_000),
        (NEXT, SOC): Rates(9_900_000),
    },
    (
        Contract(
            *("watch", LocalText("監視", "Monitoring"), MSS, (A1, RoleId("own:day"))),
            *(1_500_000, 3_000_000, 500_000),
            *("2026-04-01", "2029-03-31"),
            notice=3,
            begins=NOW,
            ends=NEXT,
        ),
        Contract("plain", LocalText.same("Plain"), MSS),
    ),
)


def test_it_is_read_as_it_is_written() -> None:
    plan = loads(WHOLE, catalogue_of).plan
    assert (plan.id, plan.organisation) == ("whole", "Works")
    assert plan.marking == Marking(Tlp.AMBER_STRICT, "Internal only")
    assert [(each.symbol, each.flags) for each in plan.letter_set.letters] == [
        *(("D", ("performs", "two_way")), ("O", ("accountable",)), ("X", ())),
    ]
    assert plan.custom_sets == (plan.letter_set,)
    assert plan.parties == (
        Party(CISO, "internal", LocalText.same("CISO"), LocalText("責", "CI"), is_executive=True),
        Party(SOC, "internal", LocalText("監視", "SOC"), parent=CISO, headcount=6),
        Party(MSS, "provider", LocalText.same("MSS"), headcount=0),
    )
    assert [
        (each.id, each.code, each.function, each.default_area) for each in plan.custom_roles
    ] == [
        *(("own:night", "night", "A", Area.II), ("own:day", "day", "B", Area.UNPLACED)),
    ]
    assert [(each.id, each.name, each.pattern) for each in plan.phases] == [
        (NOW, LocalText("現在", "Now"), "hybrid"),
        (NEXT, LocalText.same("Next year"), None),
    ]
    assert plan.staffing == STAFFING
    assert plan.moves == MOVES
    assert [each.terms for each in plan.phases] == [TERMS, NO_TERMS]
    assert plan.cost == COST
    assert plan.calendar == CALENDAR
    assert plan.weights == {"B": 3, "v2:A-1": 0, "own:night": 9}
    assert plan.thresholds == {"performers": 4, "lone-heads": 0}
    assert plan.lessons == LESSONS
    assert plan.conflicts == CONFLICTS
    assert plan.waivers == (
        Waiver("R01", NOW, A1, None, "Agreed", "2026-12-31"),
        Waiver("C01", NEXT, None, SOC, "For now"),
        Waiver("C02", NEXT, None, None, "All of it"),
    )


def test_assessments_are_read_as_they_are_written() -> None:
    plan = loads(WHOLE, catalogue_of).plan
    night = RoleId("own:night")
    assert plan.assessments == (
        Assessment(
            AssessmentId("first"),
            scores={A1: RoleScores(SideScore("2"), SideScore("na"))},
        ),
        Assessment(
            AssessmentId("second"),
            "2026-05-22",
            "Audit",
            {
                A1: RoleScores(
                    SideScore("4", "Policy, 4th edition"),
                    SideScore("unknown", "", "Asked twice.\nNo answer."),
                ),
                night: RoleScores(SideScore("1")),
            },
        ),
    )


def test_changes_of_phases_are_read_as_they_are_written() -> None:
    plan = loads(WHOLE, catalogue_of).plan
    assert plan.phases[0].changes == {
        A1: Change(
            Area.I,
            Sourcing.INSOURCE,
            {CISO: Cell("O"), SOC: Cell("D/X")},
            Aim("3", "5", "2027-03-31"),
            "24x365",
            "One line.\nAnother.\n",
        ),
        RoleId("own:day"): Change(Area.UNPLACED),
    }
    assert plan.phases[1].changes == {
        A1: Change(
            letters={SOC: Cell(""), MSS: Cell("D")},
            aim=Aim("unknown", until=""),
            coverage="",
            note="",
        )
    }


def test_flows_exercises_and_sharing_are_read_as_they_are_written() -> None:
    plan = loads(WHOLE, catalogue_of).plan
    (flow,) = plan.flows
    first, second = flow.steps
    assert [each.text for each in first.to] == ["own:night", "party:mss", "counterpart:ppc"]
    assert (first.means, first.tlp) == (("phone", "chat"), Tlp.AMBER_STRICT)
    assert (second.after, second.limit, second.limit_from) == (("1",), "P1D", "1")
    assert second.is_conditional
    ((played,), (agreement,), (duty,)) = (plan.exercises, plan.sharing, plan.reporting)
    assert [each.seconds for each in played.steps] == [65, 0]
    assert (agreement.tlp, agreement.counterpart.text) == (Tlp.GREEN, "counterpart:ppc")
    assert (duty.earliest, duty.latest, duty.is_voluntary, duty.applies) == (
        *("P3D", "P5D", True, False),
    )


def test_it_is_written_as_it_was_read() -> None:
    plan = loads(WHOLE, catalogue_of).plan
    assert dumps(plan) == WHOLE
