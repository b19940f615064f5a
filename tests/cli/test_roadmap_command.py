"""`roadmap` shows what changes between phases, for people and for programs."""

import json
import shutil
from pathlib import Path

import pytest

from socplanner.services import paths
from tests.cli.conftest import Run


@pytest.fixture
def plan() -> str:
    """Return the path of the sample with stated moves."""
    source = paths.resources() / "examples" / "manufacturer.socplan"
    shutil.copy(source, Path("plan.socplan"))
    return "plan.socplan"


def test_each_move_has_its_differences_and_what_is_stated(run: Run, plan: str) -> None:
    result = run("roadmap", plan, "--language", "en")
    lines = result.text.splitlines()
    assert result.code == 0
    assert lines[0].endswith(": road map")
    assert lines[2:5] == [
        "Now (FY2026)",
        "  2026-04-01 to 2027-03-31",
        "  Approver: 情報セキュリティ委員会",
    ]
    assert "  Present state" in lines
    assert "  15 moves, 295 person-days" in lines
    at = next(n for n, line in enumerate(lines) if line.startswith("  D-3 "))
    assert lines[at] == "  D-3 Incident analysis"
    assert lines[at + 1 : at + 7] == [
        "    Sourcing: Outsourced → In-house",
        "    Responsible: Harunire Forensics → Kirisawa CSIRT",
        "    Coverage: 24x365（オンコール、60分以内に着手） → 平日 8:30-20:00、時間外は当番",
        "    Aim: – → In-house 3, by 2027-12-31",
        "    2027-07-01 to 2028-06-30, Planned, 60 person-days, Kirisawa CSIRT (CSIRT主任)",
        "    Needs Hiring: 専任の分析担当1名, from 2027-06-30",
    ]
    assert lines[-1] == "  37 roles change their aims only"


def test_one_phase_in_japanese(run: Run, plan: str) -> None:
    result = run("roadmap", plan, "--phase", "target", "--language", "ja")
    lines = result.text.splitlines()
    assert lines[0].endswith("移行計画")
    assert lines[2] == "目標（2028年度）"
    assert "現状（2026年度）" not in lines


def test_programs_get_every_move(run: Run, plan: str) -> None:
    answer = json.loads(run("roadmap", plan, "--format", "json").text)
    assert (answer["format"], [each["phase"] for each in answer["phases"]]) == (
        1,
        ["now", "target"],
    )
    target = answer["phases"][1]
    assert target["budget"] == "1,450万円（税抜、2027・2028年度）"
    moves = {move["code"]: move for move in target["moves"]}
    assert len(moves) == 52
    assert moves["D-2"]["prerequisites"] == [
        {
            "kind": "role",
            "role": "v2:D-1",
            "phase": "target",
            "name": "当番表",
            "ready": "2026-11-30",
            "until": None,
        }
    ]
    assert (moves["D-2"]["begin"], moves["D-2"]["assumed"]) == ("2026-12-01", False)
    assert (moves["B-1"]["begin"], moves["B-1"]["assumed"]) == ("2027-04-01", True)


def test_a_plan_of_one_phase_has_no_moves(run: Run) -> None:
    run("new", "one.socplan", "--organisation", "Works")
    assert run("roadmap", "one.socplan").text.splitlines()[2:] == ["Now", "  Present state"]


def test_an_unknown_phase_is_refused_with_those_there_are(run: Run, plan: str) -> None:
    result = run("roadmap", plan, "--phase", "never")
    assert result.code == 2
    assert "now, target" in result.refused
