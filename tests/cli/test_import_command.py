"""`import` says what workbooks that came back would change, and takes only what is clear."""

import json
import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from socplanner.services import import_batch
from socplanner.services.importer import reviewed
from socplanner.services.plan_files import open_plan
from tests.cli.conftest import Outcome, Run

SOC, CISO = "party:soc", "party:ciso"
B1, B2 = "v2:B-1", "v2:B-2"


@pytest.fixture(autouse=True)
def _sent_out(run: Run) -> None:
    run("new", "plan.socplan", "--target", "full-insource", "--language", "en")
    run("export", "plan.socplan", "out.xlsx", "--language", "en")


def _edited(name: str, *typed: tuple[str, str, str]) -> str:
    """Fill in the workbook and save it as `name`."""
    book = load_workbook("out.xlsx")
    sheet = book.worksheets[1]
    for role, key, text in typed:
        row = _place(sheet, role)[0]
        sheet.cell(row, _place(sheet, key)[1]).value = text or None
    book.save(name)
    return name


def _place(sheet: Worksheet, text: str) -> tuple[int, int]:
    result = (cell for row in sheet.iter_rows() for cell in row if cell.value == text)
    cell = next(result)
    return int(cell.row or 0), int(cell.column or 0)


def _letters(role: str, party: str) -> str:
    plan = open_plan(Path("plan.socplan")).plan
    change = next(change for id_, change in plan.phases[0].changes.items() if id_ == role)
    return next((cell for id_, cell in change.letters.items() if id_ == party), "")


def _import(run: Run, *arguments: str) -> Outcome:
    return run("import", "plan.socplan", *arguments, "--language", "en")


def test_an_untouched_workbook_changes_nothing(run: Run) -> None:
    before = Path("plan.socplan").read_bytes()
    messages = _import(run, "out.xlsx", "--apply")
    assert messages.code == 0
    assert messages.text == (
        "Now: 0 changes, 0 conflicts, 0 disagreements, 0 to decide, 0 questions, 0 not read\n"
        "0 changes were imported; the plan is in plan.socplan.\n"
    )
    assert Path("plan.socplan").read_bytes() == before


def test_changes_are_listed_by_party_and_not_imported_without_apply(run: Run) -> None:
    before = Path("plan.socplan").read_bytes()
    messages = _import(run, _edited("a.xlsx", (B1, SOC, "a, r"), (B1, "note", "by phone")))
    assert messages.code == 0
    lines = messages.text.splitlines()
    at = lines.index("SOC") if "SOC" in lines else lines.index("Security operations (SOC)")
    assert lines[at + 1].startswith("  B-1 ")
    assert "→ A/R (Matrix!" in lines[at + 1]
    assert "The roles themselves" in lines
    assert lines[-1].startswith("Now: 2 changes, 0 conflicts")
    assert Path("plan.socplan").read_bytes() == before


def test_the_findings_that_changes_make_and_resolve_are_printed_before_any_is_saved(
    run: Run,
) -> None:
    messages = _import(run, _edited("a.xlsx", (B1, SOC, "I")))
    lines = messages.text.splitlines()
    at = lines.index("New findings caused by the changes")
    assert lines[at + 1].startswith("  Error R01, Now, B-1 Basic real-time analysis: No party is")
    answer = json.loads(_import(run, "a.xlsx", "--format", "json").text)
    assert {each["rule"] for each in answer["findings"]["made"]} >= {"R01"}
    assert answer["findings"]["resolved"] == []


def test_clear_changes_are_saved_with_apply(run: Run) -> None:
    messages = _import(run, _edited("a.xlsx", (B1, SOC, "a, r")), "--apply")
    assert messages.code == 0
    assert "1 change was imported; the plan is in plan.socplan." in messages.text
    assert _letters(B1, "soc") == "A/R"
    again = _import(run, "a.xlsx", "--apply")
    assert "The plan already has this value:" in again.text
    assert "0 changes were imported" in again.text


def test_what_the_plan_changed_meanwhile_stays_and_is_a_conflict(run: Run) -> None:
    _import(run, _edited("first.xlsx", (B1, SOC, "C"), (B2, SOC, "C")), "--apply")
    messages = _import(run, _edited("late.xlsx", (B1, SOC, "I")), "--apply")
    assert messages.code == 3
    assert "Conflict, since the plan was changed too:" in messages.text
    assert "1 conflict" in messages.text
    assert (_letters(B1, "soc"), _letters(B2, "soc")) == ("C", "C")


def test_several_workbooks_are_reviewed_together(run: Run) -> None:
    first = _edited("a.xlsx", (B1, SOC, "C"), (B2, SOC, "C"))
    second = _edited("b.xlsx", (B1, SOC, "I"), (B2, SOC, "C"))
    messages = _import(run, first, second, "--apply")
    assert "The files disagree:" in messages.text
    assert "The files agree on a change:" in messages.text
    assert "(a.xlsx, Matrix!" in messages.text
    assert "1 change was imported" in messages.text
    assert _letters(B2, "soc") == "C"


def test_an_open_question_is_printed_and_its_changes_wait(run: Run) -> None:
    _edited("a.xlsx", (B1, SOC, "C"))
    book = load_workbook("a.xlsx")
    for block in list(book.worksheets[1].merged_cells.ranges):
        book.worksheets[1].unmerge_cells(str(block))
    book.worksheets[1].delete_rows(3)
    book.save("a.xlsx")
    before = Path("plan.socplan").read_bytes()
    messages = _import(run, "a.xlsx", "--apply")
    assert messages.code == 3
    assert "Questions\n  a.xlsx: Matrix: These columns have lost their hidden ids" in messages.text
    assert "[Yes / No]" in messages.text
    assert "[waiting for an answer]" in messages.text
    assert Path("plan.socplan").read_bytes() == before


def test_an_unreadable_workbook_is_refused_with_its_reason(run: Run) -> None:
    messages = _import(run, _edited("a.xlsx", (B1, SOC, "maybe"), (B2, SOC, "с")))
    assert messages.code == 3
    assert messages.text.startswith("Could not be read\n  a.xlsx: Matrix!")
    assert "“maybe” cannot be read as letters of the plan." in messages.text
    assert "[look-alike letters of another alphabet]" in messages.text


def test_json_has_the_same_content(run: Run) -> None:
    _edited("a.xlsx", (B1, SOC, "A/R"), (B2, SOC, "maybe"))
    messages = _import(run, "a.xlsx", "--format", "json")
    answer = json.loads(messages.text)
    assert (answer["format"], answer["phase"], answer["taken"]) == (1, "now", None)
    assert answer["counts"] == {
        "change": 1,
        "conflict": 0,
        "disagreement": 0,
        "same": 0,
        "unknown": 0,
        "doubt": 0,
        "questions": 0,
    }
    (difference,) = answer["differences"]
    assert (difference["kind"], difference["sure"]) == ("change", True)
    assert (difference["role"], difference["field"], difference["party"]) == (B1, "letters", "soc")
    assert difference["voices"][0]["theirs"] == "A/R"
    (workbook,) = answer["workbooks"]
    assert (workbook["file"], workbook["phase"]) == ("a.xlsx", "now")
    assert [each["code"] for each in workbook["ignored"]] == ["unreadable-letters"]


def test_the_letters_go_into_the_phase_asked_for(run: Run) -> None:
    messages = _import(run, _edited("a.xlsx", (B1, CISO, "?")), "--phase", "target", "--apply")
    assert messages.text.startswith("a.xlsx: The workbook was exported from the phase “Now”.")
    assert "\nTarget: 1 change" in messages.text
    assert _letters(B1, "ciso") == ""


def test_workbooks_of_several_phases_are_not_mixed(run: Run) -> None:
    run("export", "plan.socplan", "target.xlsx", "--phase", "target")
    messages = _import(run, "out.xlsx", "target.xlsx")
    assert (messages.code, "several phases" in messages.refused) == (2, True)
    assert _import(run, "out.xlsx", "target.xlsx", "--phase", "now").code == 0


def test_a_phase_the_plan_does_not_have_is_refused(run: Run) -> None:
    messages = _import(run, "out.xlsx", "--phase", "later")
    assert (messages.code, "choose one of now, target" in messages.refused) == (2, True)


def test_the_workbook_of_another_plan_is_refused_unless_it_is_meant(run: Run) -> None:
    run("new", "other.socplan")
    messages = run("import", "other.socplan", "out.xlsx", "--language", "en")
    assert (messages.code, "another plan" in messages.refused) == (2, True)
    meant = run("import", "other.socplan", "out.xlsx", "--other-plan", "--language", "en")
    assert meant.code == 0


def test_a_workbook_without_its_record_takes_nothing_back(run: Run) -> None:
    name = _without_record(_edited("b.xlsx"))
    _import(run, _edited("a.xlsx", (B1, SOC, "C")), "--apply")
    before = Path("plan.socplan").read_bytes()
    messages = _import(run, name, "--apply")
    assert (messages.code, Path("plan.socplan").read_bytes()) == (3, before)
    assert "Differs, origin unknown" in messages.text
    agreed = _import(run, name, "--apply", "--accept-unknown")
    assert (agreed.code, "1 change was imported" in agreed.text) == (0, True)
    assert _letters(B1, "soc") != "C"


def _without_record(name: str) -> str:
    book = load_workbook(name)
    for sheet in list(book.worksheets):
        if sheet.sheet_state == "veryHidden":
            book.remove(sheet)
    book.save(name)
    return name


@pytest.mark.parametrize(
    "text", ["-", "–", "—", "ー", "なし", "N/A", "n.a.", "無し", "×", "x", "✗"]
)
def test_a_dash_over_letters_is_suggested_and_not_imported(run: Run, text: str) -> None:
    before = Path("plan.socplan").read_bytes()
    messages = _import(run, _edited("a.xlsx", (B1, SOC, text)), "--apply")
    assert (messages.code, Path("plan.socplan").read_bytes()) == (3, before)
    assert "Dash instead of letters: removed?" in messages.text


@pytest.mark.parametrize("key", [SOC, "note", "coverage", "sourcing", "area"])
@pytest.mark.parametrize("text", ["=1+1", "=A1", "#REF!"])
def test_a_formula_without_a_value_and_an_error_are_not_read(run: Run, key: str, text: str) -> None:
    before = Path("plan.socplan").read_bytes()
    messages = _import(run, _edited("a.xlsx", (B1, key, text)), "--apply")
    assert (messages.code, Path("plan.socplan").read_bytes()) == (3, before)
    assert messages.text.startswith("Could not be read\n  a.xlsx: Matrix!")
    assert "0 changes" in messages.text


def test_letters_struck_through_are_suggested_and_not_imported(run: Run) -> None:
    book = load_workbook(_edited("a.xlsx"))
    sheet = book.worksheets[1]
    cell = sheet.cell(_place(sheet, B1)[0], _place(sheet, SOC)[1])
    cell.font = Font(strike=True)
    book.save("a.xlsx")
    before = Path("plan.socplan").read_bytes()
    messages = _import(run, "a.xlsx", "--apply")
    assert (messages.code, Path("plan.socplan").read_bytes()) == (3, before)
    assert "Struck out: removed?" in messages.text


def test_comments_are_shown_and_kept_in_the_note_when_asked_for(run: Run) -> None:
    book = load_workbook(_edited("a.xlsx"))
    sheet = book.worksheets[1]
    cell = sheet.cell(_place(sheet, B1)[0], _place(sheet, SOC)[1])
    cell.comment = Comment("only until\nMarch", "Sato")
    book.save("a.xlsx")
    messages = _import(run, "a.xlsx", "--apply")
    assert messages.code == 3
    assert ", Sato: only until March" in messages.text
    assert "Sato" not in Path("plan.socplan").read_text("utf-8")
    kept = _import(run, "a.xlsx", "--apply", "--keep-comments")
    assert kept.code == 0
    assert "Sato: only until March" in Path("plan.socplan").read_text("utf-8")


def test_a_transposed_copy_is_refused(run: Run) -> None:
    book = load_workbook("out.xlsx")
    turned = Workbook()
    sheet = turned.active
    assert sheet is not None
    for row in book.worksheets[1].iter_rows(values_only=True):
        for cell in [row]:
            sheet.append(list(cell))
    target = turned.create_sheet("T")
    for line in zip(*sheet.iter_rows(values_only=True), strict=True):
        target.append(list(line))
    turned.remove(sheet)
    turned.save("turned.xlsx")
    messages = _import(run, "turned.xlsx")
    assert (messages.code, "were swapped" in messages.refused) == (2, True)


def test_a_sheet_of_which_little_is_found_is_not_clear(run: Run) -> None:
    book = load_workbook("out.xlsx")
    book.worksheets[1].delete_rows(9, 500)
    book.save("a.xlsx")
    messages = _import(run, "a.xlsx")
    assert messages.code == 3
    assert messages.text.startswith("Could not be read\n  a.xlsx: ")


@pytest.mark.parametrize("name", ["gone.xlsx", "plan.socplan", "text.xlsx"])
def test_what_is_no_workbook_is_refused(run: Run, name: str) -> None:
    Path("text.xlsx").write_text("hello", encoding="utf-8")
    messages = _import(run, name)
    assert messages.code == 2
    assert messages.refused.startswith(f"socplanner: {name}: ")


def test_a_plan_that_changed_meanwhile_is_never_written_over(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _edited("a.xlsx", (B1, SOC, "C"))
    shutil.copy("plan.socplan", "copy")

    def slow(*arguments: object) -> object:
        with Path("plan.socplan").open("a", encoding="utf-8") as file:
            file.write("# a colleague was here\n")
        return reviewed(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(import_batch, "reviewed", slow)
    messages = _import(run, "a.xlsx", "--apply")
    assert (messages.code, "changed elsewhere" in messages.refused) == (2, True)
    assert Path("plan.socplan").read_text(encoding="utf-8").endswith("here\n")


def test_a_missing_workbook_is_an_error_of_usage(run: Run) -> None:
    messages = run("import", "plan.socplan", "--language", "en")
    assert (messages.code, "FILE.xlsx is missing" in messages.refused) == (2, True)


def test_a_question_about_a_returned_workbook_carries_its_answers(run: Run) -> None:
    book = load_workbook(_edited("merged.xlsx", (B1, SOC, "C"), (B2, SOC, "")))
    sheet = book.worksheets[1]
    (top, column), (bottom, _) = _place(sheet, B1), _place(sheet, B2)
    column = _place(sheet, SOC)[1]
    sheet.merge_cells(start_row=top, start_column=column, end_row=bottom, end_column=column)
    book.save("merged.xlsx")
    questions = _import(run, "merged.xlsx")
    assert questions.code == 3
    messages = json.loads(_import(run, "merged.xlsx", "--format", "json").text)
    (question,) = messages["workbooks"][0]["questions"]
    yes, no = (each.removeprefix("--answer ").strip('"') for each in question["answers"])
    assert f'--answer "{yes}" or --answer "{no}"' in questions.text
    assert _import(run, "merged.xlsx", "--answer", yes, "--apply").code == 0
    assert (_letters(B1, "soc"), _letters(B2, "soc")) == ("C", "C")
    refused = _import(run, "merged.xlsx", "--answer", "nothing=yes")
    assert (refused.code, yes in refused.refused) == (2, True)


def _external(name: str) -> str:
    """Write a workbook made elsewhere, with one role of the plan and a party it does not have."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("Task", "SOC", "Night watch"),
        ("Basic real-time analysis", "C", "R"),
        ("Advanced real-time analysis", "C", "R"),
        ("Malware sample analysis", "C", "R"),
    ):
        sheet.append(row)
    book.save(name)
    return name


def test_workbooks_made_elsewhere_are_imported_after_those_of_the_plan(run: Run) -> None:
    _edited("a.xlsx", (B2, SOC, "C"))
    messages = _import(run, _external("theirs.xlsx"), "a.xlsx", "--new-parties", "--apply")
    assert messages.code == 0
    assert messages.text.index("B-2") < messages.text.index("was not made by")
    assert _letters(B2, "soc") == "C"
    assert "Night watch" in Path("plan.socplan").read_text("utf-8")


def test_json_of_workbooks_of_both_kinds_lists_what_each_kind_changes(run: Run) -> None:
    _edited("a.xlsx", (B2, SOC, "C"))
    messages = _import(run, _external("theirs.xlsx"), "a.xlsx", "--format", "json")
    ours, external = json.loads(messages.text)["imports"]
    assert [each["role"] for each in ours["differences"]] == [B2]
    assert external["file"] == "theirs.xlsx"


def test_a_bad_workbook_among_good_ones_changes_nothing(run: Run) -> None:
    _edited("a.xlsx", (B2, SOC, "C"))
    Path("bad.xlsx").write_text("hello", encoding="utf-8")
    before = Path("plan.socplan").read_bytes()
    messages = _import(run, "a.xlsx", _external("theirs.xlsx"), "bad.xlsx", "--apply")
    assert (messages.code, messages.refused.startswith("socplanner: bad.xlsx: ")) == (2, True)
    assert Path("plan.socplan").read_bytes() == before


def test_options_about_one_workbook_are_refused_for_two_made_elsewhere(run: Run) -> None:
    names = _external("one.xlsx"), _external("two.xlsx")
    assert _import(run, *names).code == 0
    messages = _import(run, *names, "--sheet", "Sheet")
    assert messages.code == 2
    assert "“--sheet” is for one workbook made elsewhere." in messages.refused


def test_an_answer_is_refused_where_no_workbook_of_the_plan_asks(run: Run) -> None:
    messages = _import(run, _external("theirs.xlsx"), "--answer", "x=y")
    assert messages.code == 2
    assert "“--answer” is for workbooks made by socplanner." in messages.refused
