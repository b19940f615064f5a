"""`coverage` shows who is there at one moment, for people and for programs."""

import json
import shutil
from pathlib import Path

import pytest

from socplanner.services import paths
from tests.cli.conftest import Run


@pytest.fixture
def plan() -> str:
    """Return the path of the manufacturer's plan, in the folder of the test."""
    source = paths.resources() / "examples" / "manufacturer.socplan"
    shutil.copy(source, Path("plan.socplan"))
    return "plan.socplan"


def test_on_sunday_night_by_default_and_what_needs_attention_first(run: Run, plan: str) -> None:
    result = run("coverage", plan, "--language", "en")
    lines = result.text.splitlines()
    assert result.code == 0
    assert lines[0].endswith(": Sunday 03:00")
    assert lines[2] == "Unmanned: 4"
    assert any(line.startswith("  D-4 Remote response") for line in lines[3:7])
    assert lines.index("On call: 6") < lines.index("On duty: 6")


def test_japanese_has_the_same(run: Run, plan: str) -> None:
    result = run("coverage", plan, "--language", "ja")
    assert "日曜日 03:00" in result.text
    assert "無人: 4件" in result.text


def test_programs_get_bands_and_remarks(run: Run, plan: str) -> None:
    arguments = ("--at", "tue 14:00", "--format", "json", "--language", "en")
    answer = json.loads(run("coverage", plan, *arguments).text)
    assert answer["at"] == {"day": "tue", "minute": 840}
    roles = {each["code"]: each for each in answer["roles"]}
    assert roles["D-1"]["state"] == "on-duty"
    assert roles["D-1"]["bands"] == "mon-fri 08:30-17:30 on-duty; all on-call"
    assert roles["E-4"]["remark"] == "四半期に1回"
    assert sum(answer["counts"].values()) == len(roles)


def test_another_phase_is_chosen_by_its_id(run: Run, plan: str) -> None:
    answers = [
        json.loads(run("coverage", plan, "--phase", phase, "--format", "json").text)
        for phase in ("now", "target")
    ]
    assert [answer["phase"] for answer in answers] == ["now", "target"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--at", "sunday"), "“sunday” is no moment"),
        (("--phase", "never"), "“--phase” cannot be “never”: choose one of now, target."),
    ],
)
def test_what_is_not_understood_is_explained(
    run: Run, plan: str, arguments: tuple[str, str], message: str
) -> None:
    result = run("coverage", plan, *arguments, "--language", "en")
    assert result.code == 2
    assert message in result.refused


@pytest.mark.parametrize(
    ("at", "lines"),
    [
        (
            "2027-01-01 03:00",
            [
                "2027-01-01 (New Year's Day) 03:00",
                "2027-01-01 is a public holiday: New Year's Day.",
            ],
        ),
        (
            "2026-12-30 03:00",
            ["2026-12-30 (closed) 03:00", "On 2026-12-30 the organisation is clos"],
        ),
        (
            "2027-05-06 14:00",
            ["2027-05-06 (Thursday) 14:00", "2027-05-06 is a Thursday and no hol"],
        ),
        ("2150-06-01 03:00", ["2150-06-01 (Monday) 03:00", "2150-06-01 is a Monday."]),
    ],
)
def test_a_date_is_named_with_its_reason(run: Run, plan: str, at: str, lines: list[str]) -> None:
    shown = run("coverage", plan, "--at", at, "--language", "en").text.splitlines()
    assert shown[0].endswith(lines[0])
    assert shown[1].startswith(lines[1])
    is_available = not at.startswith("2150")
    assert shown[2].startswith(
        "Public holidays of JP in 2" if is_available else "The public holidays"
    )


def test_a_holiday_is_covered_as_a_holiday_and_japanese_names_it(run: Run, plan: str) -> None:
    holiday = run("coverage", plan, "--at", "2027-05-03 14:00", "--language", "ja").text
    assert "2027-05-03(憲法記念日) 14:00" in holiday
    monday = run("coverage", plan, "--at", "mon 14:00", "--language", "ja").text
    assert (
        holiday.splitlines()[4:]
        == (
            run("coverage", plan, "--at", "holiday 14:00", "--language", "ja").text.splitlines()[2:]
        )
    )
    assert holiday.splitlines()[4:] != monday.splitlines()[2:]


def test_programs_get_the_date_with_its_source(run: Run, plan: str) -> None:
    arguments = ("--at", "2027-01-01 03:00", "--format", "json", "--language", "ja")
    at = json.loads(run("coverage", plan, *arguments).text)["at"]
    assert at.pop("source").startswith("holidays ")
    assert at == {
        "day": "holiday",
        "minute": 180,
        "date": "2027-01-01",
        "holiday": "元日",
        "closed": True,
        "available": True,
        "country": "JP",
    }
