"""A waived finding does not count until its waiver has ended."""

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.checks.run import check_phase
from socplanner.domain.checks.split_findings import ended, split_by_waivers
from socplanner.domain.waivers import Waiver
from tests.support.small_plan import A1, NOW, SOC, TARGET, small_plan, with_row

PLAN = with_row(small_plan(), A1, Sourcing.INSOURCE, soc="R")
FINDINGS = check_phase(PLAN, NOW)
R01 = next(each for each in FINDINGS if each.rule == "R01")
WAIVER = Waiver("R01", NOW, A1, None, "decided in May", "2026-05-31")


def test_a_finding_is_waived_until_the_last_day() -> None:
    for day in ("2026-01-01", "2026-05-31"):
        messages = split_by_waivers(FINDINGS, (WAIVER,), day)
        assert [each.finding for each in messages.waived] == [R01]
        assert R01 not in messages.counting
        assert len(messages.counting) + 1 == len(FINDINGS)


def test_after_the_last_day_it_counts_again() -> None:
    messages = split_by_waivers(FINDINGS, (WAIVER,), "2026-06-01")
    assert messages.counting == FINDINGS
    assert ended(R01, (WAIVER,), "2026-06-01") is WAIVER
    assert ended(R01, (WAIVER,), "2026-05-31") is None


def test_a_waiver_without_a_day_never_ends() -> None:
    for_good = Waiver("R01", NOW, A1, None, "so be it")
    assert split_by_waivers(FINDINGS, (for_good,), "9999-12-31").waived


def test_a_waiver_is_of_one_rule_one_phase_and_one_role_or_party() -> None:
    others = (
        Waiver("R02", NOW, A1, None, "x"),
        Waiver("R01", TARGET, A1, None, "x"),
        Waiver("R01", NOW, None, SOC, "x"),
    )
    assert split_by_waivers(FINDINGS, others, "2026-01-01").counting == FINDINGS


def test_a_finding_about_a_party_is_waived_by_its_party() -> None:
    of_party = next(each for each in FINDINGS if each.rule == "C03")
    waiver = Waiver("C03", NOW, None, of_party.parties[0], "small team")
    assert of_party not in split_by_waivers(FINDINGS, (waiver,), "2026-01-01").counting
