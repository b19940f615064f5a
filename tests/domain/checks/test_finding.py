"""What a waiver of a finding is about: its role, or where it has none, the first of its parties."""

from socplanner.domain.checks.finding import Finding, Severity
from tests.support.small_plan import A1, CISO, NOW, SOC


def test_a_finding_about_a_role_is_waived_for_the_role_whichever_parties_it_names() -> None:
    finding = Finding("R03", "many", Severity.WARNING, NOW, A1, (CISO, SOC))
    assert finding.subject == ("R03", NOW, A1, None)


def test_a_finding_about_a_party_is_waived_for_the_party() -> None:
    finding = Finding("C01", "party", Severity.WARNING, NOW, None, (SOC, CISO))
    assert finding.subject == ("C01", NOW, None, SOC)


def test_a_finding_about_a_phase_is_waived_for_the_phase() -> None:
    assert Finding("C09", "all", Severity.INFO, NOW).subject == ("C09", NOW, None, None)


def test_the_most_severe_sorts_first() -> None:
    assert list(Severity) == sorted(Severity) == [Severity(0), Severity(1), Severity(2)]
    assert Severity.ERROR < Severity.WARNING < Severity.INFO
