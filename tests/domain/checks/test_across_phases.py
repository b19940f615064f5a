"""What is found in several phases is told once, with the phases it holds in."""

from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.checks.across_phases import (
    across_phases,
    same_elsewhere,
    waived_across_phases,
)
from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.checks.run import check_phase
from socplanner.domain.checks.split_findings import Waived
from socplanner.domain.ids import PhaseId
from socplanner.domain.waivers import Waiver
from tests.support.small_plan import A1, A2, CISO, NOW, SOC, TARGET, small_plan, with_row

PHASES = tuple(map(PhaseId, ("now", "next", "target")))
FINDINGS = st.lists(
    st.builds(
        Finding,
        st.sampled_from(("C01", "C04")),
        st.just("party"),
        st.sampled_from(Severity),
        st.sampled_from(PHASES),
        st.sampled_from((A1, A2, None)),
        st.sampled_from(((CISO,), (SOC,))),
        st.sampled_from(((), (("n", 3),))),
    ),
    unique=True,
    max_size=20,
)


def _finding(phase: PhaseId) -> Finding:
    return Finding("C04", "party", Severity.INFO, phase, None, (CISO,))


def test_equal_findings_are_one_with_their_phases() -> None:
    now, later, last = (_finding(phase) for phase in PHASES)
    other = _finding(PHASES[1])._replace(parties=(SOC,))
    assert across_phases([now, later, other, last]) == ((now, PHASES), (other, PHASES[1:2]))


def test_findings_with_other_figures_or_of_another_gravity_stay_apart() -> None:
    result = [
        _finding(PHASES[0]),
        _finding(PHASES[1])._replace(values=(("n", 9),)),
        _finding(PHASES[2])._replace(severity=Severity.WARNING),
    ]
    assert [len(each.phases) for each in across_phases(result)] == [1, 1, 1]


@given(FINDINGS)
def test_nothing_is_lost_and_nothing_doubled(findings: list[Finding]) -> None:
    together = across_phases(findings)
    apart = [each.finding._replace(phase=phase) for each in together for phase in each.phases]
    assert sorted(apart, key=repr) == sorted(findings, key=repr)
    headings = [each.finding._replace(phase=PHASES[0]) for each in together]
    assert len(headings) == len(set(headings))


def test_what_is_waived_for_another_reason_stays_apart() -> None:
    now, later, last = (_finding(phase) for phase in PHASES)
    waived = [
        Waived(each, Waiver(*each.subject, reason=reason))
        for each, reason in ((now, "agreed"), (later, "agreed"), (last, "for now"))
    ]
    assert [each.phases for each in waived_across_phases(waived)] == [PHASES[:2], PHASES[2:]]


def test_equal_findings_of_other_phases_are_returned() -> None:
    plan = with_row(small_plan(), A1, Sourcing.INSOURCE, ciso="A", soc="C")
    lacking = [each for each in check_phase(plan, NOW) if each.rule in {"R02", "D02"}]
    assert {each.role for each in lacking} == {A1}
    same = same_elsewhere(plan, lacking)
    assert same == tuple(each._replace(phase=TARGET) for each in lacking)
    assert same_elsewhere(plan, [*lacking, *same]) == ()
    assert same_elsewhere(plan, ()) == ()
    elsewhere = [each._replace(role=A2) for each in lacking]
    assert same_elsewhere(plan, elsewhere) == ()
