"""`sharing` shows who shares what with whom, agreements and duties, for people and for programs."""

import json
from pathlib import Path

import pytest

from socplanner.services import paths
from tests.cli.conftest import Run

BANK = str(paths.resources() / "examples" / "bank.socplan")
SHARING = Path(__file__).parents[1] / "golden" / "plans" / "sharing.socplan"


def test_people_read_counterparts_agreements_and_duties(run: Run) -> None:
    text = run("sharing", BANK, "--language", "en").text
    assert "   → Mihama CSIRT (D-7) to Personal Information Protection Commission, " in text
    assert "   Agreement: TLP:GREEN, Indicators" in text
    assert "How: Portal, Machine to machine: STIX/TAXII" in text
    assert "Preliminary report to the PPC (duty)" in text
    assert "3 days to 5 days" in text
    assert "Report to JPCERT/CC (voluntary)" in text
    assert "as of 2025-04-01" in text
    assert "No legal advice" in text
    assert "default flows" not in text


@pytest.mark.parametrize("phase", ["now", "target"])
def test_programs_get_the_same_of_any_phase(run: Run, phase: str) -> None:
    answer = json.loads(run("sharing", BANK, "--phase", phase, "--format", "json").text)
    assert (answer["format"], answer["phase"], answer["default_flows"]) == (1, phase, False)
    groups = {each["counterpart"]: each for each in answer["counterparts"]}
    isac = groups["counterpart:isac"]["agreement"]
    assert (isac["tlp"], isac["types"][0]) == ("green", "indicators")
    assert isac["send"]["how"] == {"picks": ["portal", "machine"], "text": "STIX/TAXII"}
    assert all(share["from"] for share in groups["party:mss"]["sent"])
    assert all(not share["leaves"] for share in answer["inside"])
    duties = {each["duty"]: each for each in answer["duties"]}
    assert (duties["sector"]["default"], duties["sector"]["latest"]) == (False, "PT2H")
    assert duties["ppc-final-attack"]["latest"] == "P60D"


def test_a_plan_without_flows_shows_those_of_the_default(run: Run) -> None:
    text = run("sharing", str(SHARING), "--language", "en").text
    assert "what is shared is that of the default flows" in text
    assert "Preliminary report (does not apply), to FSA: 3 days to 4 days" in text
    assert "ISAC, Sharing community, 1 sent" in text or "ISAC, Sharing community, 0 sent" in text


def test_an_unknown_phase_is_refused(run: Run) -> None:
    result = run("sharing", BANK, "--phase", "never")
    assert result.code == 2
    assert "now" in result.refused


def test_the_clock_of_duties_starts_at_the_hour_of_detection(run: Run) -> None:
    text = run("sharing", BANK, "--at", "fri 22:00", "--language", "en").text
    assert "Reporting duties of an incident that is detected Friday 22:00" in text
    lines = text.splitlines()
    row = next(n for n, line in enumerate(lines) if "Preliminary report to the PPC" in line)
    assert lines[row + 2].strip().startswith("by Wednesday 22:00, D-7: ")
    assert "by Saturday 00:00" in text, "the two hours of the sector"
    again = run("sharing", BANK, "--at", "2027-01-01 03:00", "--language", "ja").text
    assert "水曜日 03:00まで" in again


def test_programs_get_the_clock_too(run: Run) -> None:
    answer = json.loads(run("sharing", BANK, "--at", "sun 03:00", "--format", "json").text)
    assert answer["detected"] == {"day": "sun", "minute": 180}
    duties = {each["duty"]: each for each in answer["duties"]}
    assert duties["sector"]["due_minutes"] == 120
    assert duties["ppc-final-attack"]["due_minutes"] == 60 * 24 * 60
    assert duties["sector"]["missed"] is False
    assert "due" not in json.loads(run("sharing", BANK, "--format", "json").text)["duties"][0]


@pytest.mark.parametrize("text", ["noon", "sun", "sun 25:00", "2027-02-30 03:00", ""])
def test_no_moment_is_refused_with_an_example(run: Run, text: str) -> None:
    result = run("sharing", BANK, "--at", text)
    assert result.code == 2
    assert "sun 03:00" in result.refused
