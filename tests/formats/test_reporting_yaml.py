"""The default reporting duties as they are shipped, and files that are wrong."""

import pytest

from socplanner.domain.durations import minutes_of
from socplanner.domain.problem import CatalogueError
from socplanner.formats.format_error import FormatError
from socplanner.formats.reporting_yaml import load_reporting
from socplanner.services import paths
from socplanner.services.catalogues import default_duties, default_flows, shipped
from tests.support.small_plan import small_catalogue

TEXT = (paths.resources() / "catalogue" / "v2" / "reporting.yaml").read_text("utf-8")
DUTIES = {duty.id: duty for duty in default_duties()}
DAY = 24 * 60


def test_the_terms_are_those_of_the_law() -> None:
    terms = {name: (duty.earliest, duty.latest) for name, duty in DUTIES.items()}
    assert terms["ppc-preliminary"] == ("P3D", "P5D")
    assert terms["ppc-final"] == ("", "P30D")
    assert terms["ppc-final-attack"] == ("", "P60D")
    assert terms["persons"] == ("", "")
    assert terms["eu-dpa"] == ("", "PT72H")
    assert (terms["sector"], terms["contract"]) == (("", ""), ("", ""))
    japanese = [name for name, duty in DUTIES.items() if "個人情報" in duty.law.ja]
    assert len(japanese) == 4
    assert all(minutes_of(DUTIES[name].latest) != 3 * DAY for name in japanese)


def test_what_no_law_demands_is_voluntary() -> None:
    assert {name for name, duty in DUTIES.items() if duty.is_voluntary} == {
        *("jpcert", "ipa", "police")
    }


@pytest.mark.parametrize("name", DUTIES)
def test_each_duty_has_both_languages_a_source_and_a_day(name: str) -> None:
    duty = DUTIES[name]
    assert duty.role == "v2:D-7"
    for text in (duty.name, duty.source):
        assert text.ja
        assert text.en
        assert text.ja != text.en
    assert bool(duty.as_of) is (name not in ("sector", "contract"))
    assert not duty.latest or duty.term.en
    assert duty.is_voluntary or duty.law.en


def test_duties_of_another_edition_are_refused() -> None:
    with pytest.raises(CatalogueError):
        load_reporting(TEXT, small_catalogue(), default_flows())


@pytest.mark.parametrize(
    ("good", "bad", "code"),
    [
        ("role: v2:D-7", "role: v2:Z-1", "unknown-role"),
        ("to: counterpart:ppc", "to: counterpart:pcp", "unknown-counterpart-in-file"),
        ("to: counterpart:ppc", "to: party:ppc", "unknown-party"),
        ("to: counterpart:ppc", "to: v2:D-7", "no-party-or-counterpart"),
        ("latest: P5D", "latest: 5 days", "bad-duration"),
        ("as-of: '2025-04-01'", "as-of: last year", "bad-day"),
        ("id: ppc-final\n", "id: ppc-preliminary\n", "doubled-duty"),
        ("earliest: P3D", "soonest: P3D", "unknown-key"),
    ],
)
def test_a_wrong_file_is_refused(good: str, bad: str, code: str) -> None:
    assert good in TEXT
    with pytest.raises(FormatError) as refusal:
        load_reporting(TEXT.replace(good, bad, 1), shipped(), default_flows())
    assert refusal.value.problem.code == code
