"""`diff`, `merge` and `facts`: exit codes, what is written, what is refused."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from socplanner.domain.duty_edits import SetNote
from socplanner.domain.plan import Plan
from socplanner.services.plan_files import open_plan, save_plan
from tests.cli.conftest import Run
from tests.support.plans import hybrid_plan

PLAN = hybrid_plan()
NOW, A1 = PLAN.phases[0].id, PLAN.catalogue.roles[0].id


def _noted(plan: Plan, text: str) -> Plan:
    return SetNote(NOW, frozenset({A1}), text).apply(plan)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with three versions of a plan."""
    save_plan(PLAN, tmp_path / "base.socplan")
    save_plan(_noted(PLAN, "ours"), tmp_path / "ours.socplan")
    save_plan(replace(PLAN, organisation="<b>Theirs</b>"), tmp_path / "theirs.socplan")
    return tmp_path


def _places(folder: Path, *names: str) -> list[str]:
    return [str(folder / f"{name}.socplan") for name in names]


def test_the_exit_code_is_that_of_diff(run: Run, folder: Path) -> None:
    base, ours = _places(folder, "base", "ours")
    same = run("diff", base, base, "--language", "en")
    assert (same.code, same.text.splitlines()[-1]) == (0, "Nothing differs.")
    other = run("diff", base, ours, "--language", "en")
    assert other.code == 1
    assert other.text.splitlines()[-2:] == ["A-1 Overall policy management", "  Now: Note: ours"]
    assert run("diff", base, str(folder / "none.socplan"), "--language", "en").code == 2


def test_only_one_phase_on_request(run: Run, folder: Path) -> None:
    base, theirs = _places(folder, "base", "theirs")
    assert run("diff", base, theirs, "--phase", NOW).code == 0
    refused = run("diff", base, theirs, "--phase", "never", "--language", "en")
    assert refused.code == 2
    assert "“--phase” cannot be “never”: choose one of" in refused.refused


def test_programs_get_places_and_values(run: Run, folder: Path) -> None:
    base, ours = _places(folder, "base", "ours")
    answer = json.loads(run("diff", base, ours, "--format", "json", "--language", "en").text)
    (group,) = answer["groups"]
    assert (group["kind"], group["id"]) == ("role", A1)
    (value,) = group["differences"][0]["values"]
    assert value == {"at": f"/phases/{NOW}/duties/{A1}/note", "before": None, "after": "ours"}


def test_a_page_has_no_markup_of_the_plan(run: Run, folder: Path) -> None:
    page = run("diff", *_places(folder, "base", "theirs"), "--format", "html").text
    assert page.startswith("<!DOCTYPE html>")
    assert "&lt;b&gt;Theirs&lt;/b&gt;" in page
    assert "<b>" not in page
    same = run("diff", *_places(folder, "base", "base"), "--format", "html", "--language", "en")
    assert "<p>Nothing differs.</p>" in same.text


def test_independent_changes_are_combined_in_the_text_of_our_file(run: Run, folder: Path) -> None:
    base, ours, theirs = _places(folder, "base", "ours", "theirs")
    text = Path(ours).read_text("utf-8")
    Path(ours).write_text(f"# ours\n{text}x-mine: kept\n", "utf-8")
    shown = run("merge", base, ours, theirs, "--language", "en")
    assert shown.code == 0
    assert "1 change was adopted." in shown.text
    assert open_plan(Path(ours)).plan == _noted(PLAN, "ours"), "without -o nothing is written"
    assert run("merge", base, ours, theirs, "-o", ours).code == 0
    merged = open_plan(Path(ours))
    assert merged.plan == _noted(replace(PLAN, organisation="<b>Theirs</b>"), "ours")
    assert "# ours\n" in merged.text.text
    assert "x-mine: kept" in merged.text.text


def test_conflicts_are_named_and_kept_in_the_file(run: Run, folder: Path) -> None:
    base, ours = _places(folder, "base", "ours")
    save_plan(_noted(PLAN, "theirs"), folder / "other.socplan")
    out = str(folder / "out.socplan")
    done = run("merge", base, ours, *_places(folder, "other"), "-o", out, "--language", "en")
    assert done.code == 1
    assert "1 conflict waits for a choice:" in done.text
    assert done.text.endswith("Note: ours ours, theirs theirs\n")
    (conflict,) = open_plan(Path(out)).plan.conflicts
    assert (conflict.ours, conflict.theirs, conflict.base) == ('"ours"', '"theirs"', "")


@pytest.mark.parametrize("has_file", [True, False])
def test_without_a_common_version_everything_is_a_conflict(
    run: Run, folder: Path, has_file: bool
) -> None:
    _, ours, theirs = _places(folder, "base", "ours", "theirs")
    empty = folder / "empty.socplan"
    empty.write_bytes(b"")
    base = str(empty) if has_file else "-"
    done = run("merge", base, ours, theirs, "--language", "en")
    assert done.code == 1
    assert "There is no common version" in done.text
    assert "2 conflicts wait for a choice:" in done.text


def test_different_plans_are_refused_and_nothing_is_written(run: Run, folder: Path) -> None:
    base, ours = _places(folder, "base", "ours")
    save_plan(replace(PLAN, id="another"), folder / "another.socplan")
    before = Path(ours).read_bytes()
    another = _places(folder, "another")
    done = run("merge", base, ours, *another, "-o", ours, "--language", "en")
    assert done.code == 2
    assert "with the id “another”" in done.refused
    assert Path(ours).read_bytes() == before


@pytest.mark.parametrize("place", ["-", ".", "notes.txt", "theirs.socplan"])
def test_a_merge_keeps_whatever_is_at_its_target(run: Run, folder: Path, place: str) -> None:
    base, ours, theirs = _places(folder, "base", "ours", "theirs")
    target = place if place == "-" else str(folder / place)
    (folder / "notes.txt").write_bytes(b"notes")
    before = {each: each.read_bytes() for each in folder.iterdir() if each.is_file()}
    done = run("merge", base, ours, theirs, "-o", target, "--language", "en")
    assert done.code == 2
    assert target in done.refused
    assert {each: each.read_bytes() for each in folder.iterdir() if each.is_file()} == before
    forced = run("merge", base, ours, theirs, "-o", target, "--force").code
    assert forced == (2 if place in "-." else 0)


def test_what_is_not_adopted_is_not_counted(run: Run, folder: Path) -> None:
    done = run("merge", "-", *_places(folder, "ours", "theirs"), "--language", "en")
    assert "0 changes were adopted." in done.text
    assert done.text.count("Note: ours") == 1


def test_a_file_that_is_no_plan_has_its_text_as_facts(run: Run, folder: Path) -> None:
    place = folder / "notes.txt"
    place.write_bytes(b"one: two\n")
    assert run("facts", str(place)).code == 2
    shown = run("facts", "--or-text", "--language", "en", "--", str(place))
    assert shown.code == 0
    assert shown.text.startswith("# .txt")
    assert shown.text.endswith("one: two\n\n")
    assert run("facts", "--or-text", str(folder / "gone.socplan")).code == 2


def test_facts_are_one_line_each(run: Run, folder: Path) -> None:
    (ours,) = _places(folder, "ours")
    lines = run("facts", ours, "--language", "en").text.splitlines()
    assert "Phases › Now › Duties › A-1 Overall policy management › Note: ours" in lines
    assert all(": " in line for line in lines)
