"""`review` shows the verdicts on the prompts, for people and for programs."""

import json
import shutil
from pathlib import Path

import pytest

from socplanner.services import paths
from tests.cli.conftest import Run


@pytest.fixture
def plan() -> str:
    """Return the path of the sample of a manufacturer."""
    source = paths.resources() / "examples" / "manufacturer.socplan"
    shutil.copy(source, Path("plan.socplan"))
    return "plan.socplan"


def test_what_is_not_met_has_its_evidence_and_its_remedy(run: Run, plan: str) -> None:
    result = run("review", plan, "--language", "en")
    lines = result.text.splitlines()
    assert result.code == 0
    assert lines[0].endswith("Now (FY2026): review of the ten keys")
    assert "✕ Not met" in lines[1]
    assert [line for line in lines if line in ("Ten keys", "Building", "Operating", "Responding")]
    at = next(n for n, line in enumerate(lines) if line.startswith("FI2 "))
    assert lines[at].endswith("✕ Not met")
    assert lines[at + 1] == "    ✕ C-5 is outsourced only: Harunire Forensics"
    assert lines[at + 2].startswith("    → ")
    met = next(n for n, line in enumerate(lines) if line.startswith("FI5 "))
    assert lines[met].endswith("○ Met")
    assert lines[met + 1].startswith("FI6 "), "what is met needs no evidence"


def test_one_chapter_of_another_phase_in_japanese(run: Run, plan: str) -> None:
    options = ("--phase", "target", "--chapter", "all", "--language", "ja")
    lines = run("review", plan, *options).text.splitlines()
    assert "目標（2028年度）" in lines[0]
    assert lines[3] == "十の要点"
    assert not any(line.startswith("FI") for line in lines)


def test_programs_read_the_same(run: Run, plan: str) -> None:
    result = run("review", plan, "--format", "json", "--language", "en")
    answer = json.loads(result.text)
    assert answer["format"] == 1
    assert (answer["plan"], answer["phase"], answer["language"]) == (plan, "now", "en")
    assert sum(answer["counts"].values()) == len(answer["prompts"]) == 42
    by_id = {each["id"]: each for each in answer["prompts"]}
    failing = by_id["FI3"]
    assert (failing["verdict"], failing["chapter"], failing["key"]) == ("not-met", "incident", 3)
    (first, *_) = failing["evidence"]
    assert first["role"] == "v2:D-4"
    assert first["values"]["n"] == 123
    assert first["text"] == "D-4 cannot act in 123 hours of a week in which B-1 is manned"
    assert "ISOG-J" in answer["source"]


def test_what_the_plan_states_about_a_prompt_is_shown(run: Run, plan: str) -> None:
    text = Path(plan).read_text("utf-8")
    text = text.partition("\nlessons:\n")[0] + (
        "\nlessons:\n  FI2: {comment: First call, waived: Small team, until: '2999-01-01'}\n"
        "  FI4: {verdict: met, date: '2026-05-10'}\n"
    )
    Path(plan).write_text(text, "utf-8")
    lines = run("review", plan, "--chapter", "incident", "--language", "en").text.splitlines()
    assert "    Waived until 2999-01-01: Small team" in lines
    assert "    First call" in lines
    assert "    Own verdict: Met (2026-05-10)" in lines
    assert any(line.startswith("FI4 ") and line.endswith("○ Met (own)") for line in lines)
    answer = json.loads(run("review", plan, "--format", "json").text)
    by_id = {each["id"]: each for each in answer["prompts"]}
    assert by_id["FI2"]["waived"] is True
    assert by_id["FI4"]["plan_verdict"] == "cannot-tell"
    assert answer["counts"]["waived"] == 1


@pytest.mark.parametrize(
    ("options", "names"),
    [(("--phase", "later"), "target"), (("--chapter", "later"), "incident")],
)
def test_an_unknown_choice_is_refused(
    run: Run, plan: str, options: tuple[str, str], names: str
) -> None:
    result = run("review", plan, *options)
    assert result.code == 2
    assert names in result.refused
