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
    assert lines.index("On call: 2") < lines.index("On duty: 6")


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
