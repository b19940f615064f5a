"""`check` says what is wrong, for people and for programs, and its exit code says how bad it is."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.duty_edits import ChangeSourcing, SetCells
from socplanner.domain.history import Edit
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letters import BLANK, Cell
from socplanner.domain.merge_conflicts import MergeConflict
from socplanner.services.plan_files import open_plan, save_plan
from tests.cli.conftest import Outcome, Run

NOW, TARGET = PhaseId("now"), PhaseId("target")
B1, C1, D1 = RoleId("v2:B-1"), RoleId("v2:C-1"), RoleId("v2:D-1")
CSIRT, SOC, MSS = PartyId("csirt"), PartyId("soc"), PartyId("mss")


def _checked(run: Run, *edits: Edit, options: tuple[str, ...] = ()) -> Outcome:
    """Check a plan on which `edits` were made."""
    path = Path("plan.socplan")
    run("new", str(path), "--target", "full-insource", "--organisation", "Works")
    opened = open_plan(path)
    plan = opened.plan
    for edit in edits:
        plan = edit.apply(plan)
    save_plan(plan, path, opened)
    return run("check", str(path), *options)


def _json(run: Run, *edits: Edit, language: str = "en") -> dict[str, Any]:
    result = _checked(run, *edits, options=("--format", "json", "--language", language))
    answer: dict[str, Any] = json.loads(result.text)
    return answer


NO_A = SetCells(NOW, ((B1, SOC, BLANK), (B1, CSIRT, Cell("C"))))
NOT_DONE = ChangeSourcing(NOW, frozenset({C1}), Sourcing.NOT_CARRIED_OUT)
UNDECIDED = ChangeSourcing(NOW, frozenset({D1}), Sourcing.UNDECIDED)


@pytest.mark.parametrize(
    ("edits", "code"),
    [((), 0), ((NOT_DONE,), 0), ((UNDECIDED,), 0), ((NO_A,), 1), ((NOT_DONE, NO_A), 1)],
)
def test_only_errors_make_it_fail(run: Run, edits: tuple[Edit, ...], code: int) -> None:
    assert _checked(run, *edits).code == code


def test_a_conflict_that_waits_makes_it_fail(run: Run) -> None:
    assert _checked(run).code == 0
    plan = open_plan(Path("plan.socplan")).plan
    conflict = MergeConflict("/organisation", '"A"', '"B"')
    save_plan(replace(plan, conflicts=(conflict,)), Path("waits.socplan"))
    done = run("check", "waits.socplan", "--language", "en")
    assert done.code == 1
    assert "1 conflict of a merge waits for a choice: open the plan" in done.text
    assert json.loads(run("check", "waits.socplan", "--format", "json").text)["conflicts"] == 1


def test_each_finding_is_a_line_with_its_place_and_its_remedy(run: Run) -> None:
    text = [
        line
        for line in _checked(run, NO_A, UNDECIDED).text.splitlines()
        if " C0" not in line and " R10," not in line
    ]
    assert text[0] == (
        "Error R01, Now, B-1 Basic real-time analysis: No party is accountable (A). "
        "Give A to the one internal party that is accountable for the result."
    )
    assert text[1].startswith("Info R00, Now / Target, D-1 ")
    assert text[-1] == "Works: 1 error, 0 warnings, 7 hints"


def test_findings_are_listed_by_phase_with_the_most_severe_first(run: Run) -> None:
    in_target = SetCells(TARGET, ((C1, SOC, Cell("A/R")), (C1, MSS, Cell("A"))))
    shown = _checked(run, NOT_DONE, SetCells(NOW, ((D1, MSS, Cell("A")),)), in_target).text
    places = [line.split(": ")[0] for line in shown.splitlines()[:-1]]
    assert [place.split(",")[0] for place in places if "Now" in place] == sorted(
        (place.split(",")[0] for place in places if "Now" in place),
        key=lambda text: ["Error", "Warning", "Info"].index(text.split()[0]),
    )
    phases = [place.split(", ")[1].partition(" / ")[0] for place in places]
    assert phases == sorted(phases, key=["Now", "Target"].index)


def test_findings_are_printed_in_japanese_too(run: Run) -> None:
    text = _checked(run, NO_A, options=("--language", "ja")).text.splitlines()
    assert text[0].startswith("エラー R01 [現状] B-1 リアルタイム基本分析: ")
    assert text[-1] == "Works: エラー1件、警告0件、情報6件"


def test_json_has_the_same_findings_in_a_stable_form(run: Run) -> None:
    answer = _json(run, NO_A)
    answer["findings"] = [each for each in answer["findings"] if each["rule"] == "R01"]
    assert answer == {
        "format": 1,
        "plan": "plan.socplan",
        "organisation": "Works",
        "catalogue": "v2",
        "language": "en",
        "conflicts": 0,
        "counts": {"error": 1, "warning": 0, "info": 6},
        "findings": [
            {
                "rule": "R01",
                "way": "none",
                "severity": "error",
                "phase": "now",
                "phases": ["now"],
                "role": "v2:B-1",
                "parties": [],
                "message": "No party is accountable (A).",
                "remedy": "Give A to the one internal party that is accountable for the result.",
            }
        ],
        "waived": [],
    }


def test_the_documented_example_has_the_keys_of_the_answer(run: Run) -> None:
    page = Path(__file__).parents[2] / "docs" / "command-line.md"
    example = page.read_text(encoding="utf-8").partition("```json\n")[2].partition("```")[0]
    documented, result = json.loads(example), _json(run, NO_A)
    assert list(documented) == list(result)
    assert list(documented["findings"][0]) == list(result["findings"][0])


def test_only_what_people_read_differs_between_the_languages(run: Run) -> None:
    answers = []
    for language in ("ja", "en"):
        answer = _json(run, NO_A, NOT_DONE, UNDECIDED, language=language)
        assert answer.pop("language") == language
        for finding in answer["findings"]:
            assert finding.pop("message")
            assert finding.pop("remedy")
        answers.append(answer)
        Path("plan.socplan").unlink()
    assert answers[0] == answers[1]


def test_json_names_parties_by_their_ids(run: Run) -> None:
    (finding,) = _json(run, SetCells(NOW, ((D1, MSS, Cell("A")),)))["findings"][:1]
    assert finding["rule"] in {"R01", "D01"}
    assert "mss" in finding["parties"]
