"""A plan with everything a plan can have is written in one form, and read as it was written."""

from socplanner.domain.assessment import Assessment, RoleScores, SideScore
from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.cost_inputs import Contract, CostInputs, Rates
from socplanner.domain.ids import AssessmentId, PartyId, PhaseId, RoleId
from socplanner.domain.letters import Cell
from socplanner.domain.local_text import LocalText
from socplanner.domain.marking import Marking, Tlp
from socplanner.domain.plan import Aim, Change, Party
from socplanner.domain.road_map_inputs import NO_TERMS, PhaseTerms, Prerequisite, StatedMove
from socplanner.domain.staffing_inputs import People, Post, Staffing, Workload
from socplanner.domain.waivers import Waiver
from socplanner.domain.work_calendar import ClosedDays, WorkCalendar
from socplanner.formats.plan.plan_yaml import dumps, loads
from socplanner.formats.plan.schema_file import MODELINE
from socplanner.services.catalogues import catalogue_of

WHOLE = """\
format: 3
id: whole
organisation: Works
tlp: amber+strict
classification: Internal only
catalogue: v2
letter-set: own
letter-sets:
  - id: own
    name: {ja: 記号, en: Letters}
    letters:
      - symbol: D
        name: Does
        colour: '#CFE2FF'
        flags: [performs, two-way]
      - symbol: O
        name: {ja: 責任, en: Owns}
        colour: '#F8D0CB'
        flags: [accountable]
      - symbol: X
        name: Else
        colour: '#FFFFFF'
parties:
  - id: ciso
    kind: internal
    name: CISO
    initials: {ja: 責, en: CI}
    executive: true
  - id: soc
    kind: internal
    name: {ja: 監視, en: SOC}
    parent: ciso
    headcount: 6
  - id: mss
    kind: provider
    name: MSS
    headcount: 0
roles:
  - id: own:night
    function: A
    name: {ja: 夜勤, en: Night shift}
    area: II
  - id: own:day
    function: B
    name: Day shift
phases:
  - id: now
    name: {ja: 現在, en: Now}
    pattern: hybrid
    begin: '2026-04-01'
    end: '2027-03-31'
    approver: Board
    approval-date: '2026-03-20'
    approval-number: '26-014'
    budget: '1,200万円'
    duties:
      v2:A-1:
        area: I
        sourcing: insource
        letters: {ciso: O, soc: D/X}
        aim: {inhouse: '3', outsourced: '5', until: '2027-03-31'}
        coverage: '24x365'
        note: |
          One line.
          Another.
      own:day:
        area: none
  - id: next
    name: Next year
    duties:
      v2:A-1:
        letters: {soc: '', mss: D}
        aim: {inhouse: unknown, until: ''}
        coverage: ''
        note: ''
calendar:
  country: JP
  closed: ['12-29 to 01-03', '05-01']
staffing:
  assumptions:
    hours-a-day: 7.75
    days-off: 122
    shifts: 2
  posts:
    - id: desk
      name: {ja: 窓口, en: Desk}
      party: soc
      roles: [v2:A-1, own:day]
      coverage: '24x365'
      seats: 2
      from: now
      until: next
    - id: plain
      name: Plain
      party: mss
      coverage: mon-fri 9:00-17:00
  workloads:
    - id: alerts
      name: Alerts
      post: desk
      volume: 45
      minutes: 12.5
      left: 30
    - id: cases
      name: Cases
      party: soc
      incidents: 24
      hours: 40
      from: next
    - id: projects
      name: Projects
      party: ciso
      hours-a-year: 96
      until: now
  people:
    now:
      ciso:
        headcount: 1
      soc:
        headcount: 6
        shared: 2
        share: 50
        on-call: 4
    next:
      soc:
        on-call: 5
cost:
  currency: JPY
  rounding: 1000
  retained-share: 7.5
  role-share: 30
  rates:
    loaded: 9000000
    hourly: 3000
    training: 300000
    hiring: 1500000
    tools: 480000.5
  parties:
    now:
      soc:
        loaded: 9500000
        tools: 12000000
    next:
      soc:
        loaded: 9900000
  contracts:
    - id: watch
      name: {ja: 監視, en: Monitoring}
      party: mss
      roles: [v2:A-1, own:day]
      fee: 1500000
      once: 3000000
      exit: 500000
      begin: '2026-04-01'
      end: '2029-03-31'
      notice: 3
      from: now
      until: next
    - id: plain
      name: Plain
      party: mss
limits:
  performers: '4'
  lone-heads: '0'
waivers:
  R01/now/v2:A-1:
    reason: Agreed
    until: '2026-12-31'
  C01/next/soc:
    reason: For now
  C02/next:
    reason: All of it
assessments:
  - id: first
    scores:
      v2:A-1: {inhouse: '2', outsourced: na}
  - id: second
    date: '2026-05-22'
    by: Audit
    scores:
      v2:A-1:
        inhouse: '4'
        inhouse-evidence: 'Policy, 4th edition'
        outsourced: unknown
        outsourced-remark: |-
          Asked twice.
          No answer.
      own:night: {inhouse: '1'}
weights:
  functions:
    B: '3'
  roles:
    v2:A-1: '0'
    own:night: '9'
moves:
  now:
    v2:A-1:
      note: No difference.
  next:
    v2:A-1:
      owner: soc
      owner-name: Sato
      begin: '2027-04-01'
      end: '2027-09-30'
      status: in-progress
      effort: 12.5
      prerequisites:
        - kind: role
          role: own:night
        - kind: role
          role: v2:A-1
          phase: now
          name: Both
          date: '2026-12-31'
        - kind: hiring
          name: Two analysts
          date: '2027-03-31'
        - kind: contract
          date: '2026-04-01'
          until: '2027-03-31'
        - kind: document
      risk: |-
        Knowledge.
        Leaves.
      note: Both run for three months.
    own:night:
      status: done
"""
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
    plan = loads(WHOLE.encode(), catalogue_of).plan
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
    assert plan.waivers == (
        Waiver("R01", NOW, A1, None, "Agreed", "2026-12-31"),
        Waiver("C01", NEXT, None, SOC, "For now"),
        Waiver("C02", NEXT, None, None, "All of it"),
    )


def test_assessments_are_read_as_they_are_written() -> None:
    plan = loads(WHOLE.encode(), catalogue_of).plan
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
    plan = loads(WHOLE.encode(), catalogue_of).plan
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


def test_it_is_written_as_it_was_read() -> None:
    plan = loads(WHOLE.encode(), catalogue_of).plan
    assert dumps(plan).decode() == f"{MODELINE}\n{WHOLE}"
