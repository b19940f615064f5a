"""`maturity` shows scores, aims and gaps, for people and for programs."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from socplanner.services import paths
from tests.cli.conftest import Run


@pytest.fixture
def plan() -> str:
    """Return the path of the manufacturer's plan, in the folder of the test."""
    source = paths.resources() / "examples" / "manufacturer.socplan"
    shutil.copy(source, Path("plan.socplan"))
    return "plan.socplan"


def answer(run: Run, *arguments: str) -> dict[str, Any]:
    """Return what the command answers as JSON."""
    result: dict[str, Any] = json.loads(run("maturity", *arguments, "--format", "json").text)
    return result


def test_means_gaps_and_questions_stand_below_one_another(run: Run, plan: str) -> None:
    result = run("maturity", plan, "--language", "en")
    lines = result.text.splitlines()
    assert result.code == 0
    assert "assessed 2026-04-17, " in lines[0]
    assert lines[1] == "Whole: 2.4 → 3.8, gap 1.4, 52 roles count, 7 not answered"
    assert any(line.startswith("B Real-time analysis: 3.2 → 4.4, gap 1.2") for line in lines)
    gaps = lines.index("Gaps: 44")
    first = "  +3 B-3 Triage information gathering: 1 → 4, Monitoring desk, by 2027-12-31"
    assert lines[gaps + 1] == first
    assert "  B-3 Triage information gathering, Outsourced" in lines


def test_japanese_has_the_same(run: Run, plan: str) -> None:
    text = run("maturity", plan, "--language", "ja").text
    assert "全体: 2.4 → 3.8、差1.4、対象52役割、未回答7件" in text
    assert "目標との差: 44件" in text
    assert "+3 B-3 トリアージ情報収集: 1 → 4、監視担当、期限2027-12-31" in text


@pytest.mark.parametrize(
    ("by", "line"),
    [
        ("area", "Area IV: "),
        ("sourcing", "Outsourced: "),
        ("party", "Kirisawa CSIRT: "),
        ("provider", "Minato Monitoring Services: "),
    ],
)
def test_roles_are_grouped_as_asked(run: Run, plan: str, by: str, line: str) -> None:
    lines = run("maturity", plan, "--by", by, "--language", "en").text.splitlines()
    assert any(each.startswith(line) for each in lines)
    assert not any(each.startswith("A Operation") for each in lines)


def test_the_first_phase_has_no_aims_and_shows_dashes(run: Run, plan: str) -> None:
    text = run("maturity", plan, "--phase", "now", "--language", "en").text
    assert "→ –, gap –" in text.splitlines()[1]
    assert "Gaps" not in text


def test_an_older_assessment_is_shown_and_compared(run: Run, plan: str) -> None:
    text = run("maturity", plan, "--since", "2025-04", "--language", "en").text
    assert "Since the assessment before: 2.2 → 2.4" in text
    assert "  A-1 Overall policy management, In-house: 2 → 3" in text
    older = run("maturity", plan, "--assessment", "2025-04-18", "--language", "en").text
    assert "assessed 2025-04-18" in older
    assert "Whole: 2.2 → 3.8" in older


def test_the_weights_of_the_plan_count_unless_others_are_stated(run: Run, plan: str) -> None:
    with Path(plan).open("a", encoding="utf-8") as file:
        file.write("weights:\n  functions: {D: 3}\n  roles: {v2:I-1: 9}\n")
    weighted = answer(run, plan)
    first = weighted["gaps"][0]
    assert (first["role"], first["weight"], first["priority"]) == ("v2:I-1", 9, 9)
    again = answer(run, plan, "--weight", "I=2", "--weight", "D=0")
    weights = {gap["role"]: gap["weight"] for gap in again["gaps"]}
    assert weights["v2:I-1"] == 2, "the weight of a function replaces those of its roles"
    assert {weight for role, weight in weights.items() if role.startswith("v2:D-")} == {0}


def test_weights_change_the_order_of_gaps(run: Run, plan: str) -> None:
    weighted = answer(run, plan, "--weight", "D=3", "--weight", "I-1=9")
    assert [gap["priority"] for gap in weighted["gaps"][:3]] == [9, 6, 6]
    assert weighted["gaps"][0]["role"] == "v2:I-1"
    text = run("maturity", plan, "--weight", "D=3", "--language", "en").text
    assert "D-2 Incident management: 2 → 4" in text
    assert "priority 6" in text


def test_programs_get_every_figure_with_what_it_is_made_of(run: Run, plan: str) -> None:
    figures = answer(run, plan, "--since", "2025-04")
    assert figures["whole"] == {
        "roles": 54,
        "counting": 52,
        "score": 2.4,
        "aim": 3.8,
        "gap": 1.4,
        "unanswered": 7,
    }
    assert figures["assessment"]["date"] == "2026-04-17"
    roles = {each["code"]: each for each in figures["roles"]}
    assert (roles["D-2"]["score"], roles["D-2"]["aim"], roles["D-2"]["gap"]) == (2, 4, 2)
    assert roles["D-2"]["inhouse"]["remark"]
    assert roles["C-1"]["unanswered"] == ["outsourced"]
    assert roles["G-5"]["score"] is None
    assert set(figures["functions"]) == set("ABCDEFGHI")
    for groups in ("functions", "areas", "sourcings"):
        assert sum(each["counting"] for each in figures[groups].values()) == 52
    assert figures["since"]["before"] == 2.2
    assert len(figures["since"]["changes"]) == 11


def test_a_plan_without_an_assessment_is_not_assessed_yet(run: Run) -> None:
    run("new", "plan.socplan", "--organisation", "Works")
    assert run("maturity", "plan.socplan", "--language", "en").text == "Works: not assessed yet\n"
    figures = answer(run, "plan.socplan")
    assert figures["assessment"] is None
    assert figures["gaps"] == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--phase", "never"), "“--phase” cannot be “never”: choose one of now, target."),
        (("--assessment", "never"), "choose one of 2025-04, 2026-04."),
        (("--since", "never"), "“--since” cannot be “never”"),
        (("--by", "age"), "“--by” cannot be “age”"),
        (("--weight", "D"), "“D” is no weight"),
        (("--weight", "Z=1"), "“Z=1” is no weight"),
        (("--weight", "D=99"), "a weight is at most 9"),
    ],
)
def test_what_is_not_understood_is_explained(
    run: Run, plan: str, arguments: tuple[str, str], message: str
) -> None:
    result = run("maturity", plan, *arguments, "--language", "en")
    assert result.code == 2
    assert message in result.refused
