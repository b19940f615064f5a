"""`export` writes the matrix of one phase, and replaces a file only where it is told to."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def _plan(run: Run) -> None:
    run("new", "plan.socplan", "--target", "full-insource", "--organisation", "Works")


def _texts(path: str) -> set[str]:
    book = load_workbook(path, read_only=True)
    try:
        rows = [row for sheet in book for row in sheet.iter_rows(values_only=True)]
    finally:
        book.close()
    return {str(value) for row in rows for value in row if value is not None}


@pytest.mark.parametrize(
    ("options", "phase"),
    [((), "Now"), (("--phase", "now"), "Now"), (("--phase", "target"), "Target")],
)
def test_the_requested_phase_is_written(run: Run, options: tuple[str, ...], phase: str) -> None:
    result = run("export", "plan.socplan", "out.xlsx", *options)
    assert result.code == 0
    assert result.text == f"The matrix of phase “{phase}” is in out.xlsx.\n"
    assert any(phase in text for text in _texts("out.xlsx"))


def test_the_workbook_is_in_the_requested_language(run: Run) -> None:
    run("export", "plan.socplan", "ja.xlsx", "--language", "ja")
    run("export", "plan.socplan", "en.xlsx", "--language", "en")
    assert "リアルタイム基本分析" in _texts("ja.xlsx") - _texts("en.xlsx")


@pytest.mark.parametrize(("target", "begin"), [("OUT.CSV", "\ufeffId,"), ("out.md", "# Works: ")])
def test_a_table_is_written_by_the_extension(run: Run, target: str, begin: str) -> None:
    assert run("export", "plan.socplan", target).code == 0
    text = Path(target).read_text("utf-8")
    assert text.startswith(begin)
    assert "v2:B-1" in text


def test_the_duties_of_one_party_are_a_workbook_of_their_own(run: Run) -> None:
    result = run("export", "plan.socplan", "out.xlsx", "--party", "mss")
    assert result.text == ("The duties of Monitoring provider in phase “Now” are in out.xlsx.\n")
    assert "Duties of Monitoring provider" in _texts("out.xlsx")


@pytest.mark.parametrize(
    ("target", "party", "reason"),
    [
        ("out.xlsx", "nobody", "cannot be “nobody”: choose one of ciso, "),
        ("out.csv", "mss", "--party writes a workbook"),
    ],
)
def test_duties_of_an_unknown_party_or_in_another_kind_of_file_are_refused(
    run: Run, target: str, party: str, reason: str
) -> None:
    result = run("export", "plan.socplan", target, "--party", party)
    assert result.code == 2
    assert reason in result.refused
    assert not Path(target).exists()


def test_a_file_is_kept_without_force(run: Run) -> None:
    Path("out.xlsx").write_bytes(b"mine")
    result = run("export", "plan.socplan", "out.xlsx")
    assert result.code == 2
    assert "--force" in result.refused
    assert Path("out.xlsx").read_bytes() == b"mine"


def test_a_file_is_replaced_with_force(run: Run) -> None:
    Path("out.xlsx").write_bytes(b"mine")
    assert run("export", "plan.socplan", "out.xlsx", "--force").code == 0
    assert _texts("out.xlsx")


def test_a_plan_is_not_touched(run: Run) -> None:
    before = Path("plan.socplan").read_bytes()
    run("export", "plan.socplan", "out.xlsx")
    assert Path("plan.socplan").read_bytes() == before


def test_an_unknown_phase_is_answered_with_the_known_ones(run: Run) -> None:
    result = run("export", "plan.socplan", "out.xlsx", "--phase", "later")
    assert "choose one of now, target" in result.refused


@pytest.mark.parametrize("target", ["plan.socplan", "out", "out.xls", "out.yaml"])
def test_an_unknown_extension_is_refused(run: Run, target: str) -> None:
    before = Path("plan.socplan").read_bytes()
    result = run("export", "plan.socplan", target, "--force")
    assert result.code == 2
    assert "ends in .xlsx, .csv, .md" in result.refused
    assert Path("plan.socplan").read_bytes() == before
    assert target == "plan.socplan" or not Path(target).exists()


def test_a_plan_is_never_replaced_by_its_own_workbook(run: Run) -> None:
    Path("plan.socplan").rename("plan.xlsx")
    Path("link.xlsx").symlink_to("plan.xlsx")
    before = Path("plan.xlsx").read_bytes()
    for target in ("plan.xlsx", "./plan.xlsx", "link.xlsx"):
        result = run("export", "plan.xlsx", target, "--force")
        assert (result.code, "the plan itself" in result.refused) == (2, True)
    assert Path("plan.xlsx").read_bytes() == before


@pytest.mark.parametrize(
    "party", ["mss", "Monitoring provider", "monitoring PROVIDER", "監視サービス会社"]
)
def test_a_copy_for_a_party_marks_its_column(run: Run, party: str) -> None:
    result = run("export", "plan.socplan", "out.xlsx", "--for", party)
    assert result.code == 0
    assert "Please fill in the marked column “Monitoring provider”." in _texts("out.xlsx")


def test_the_cover_has_the_texts_of_the_options(run: Run) -> None:
    stated = {
        "--deadline": "2026-02-15",
        "--return-to": "soc@example.org",
        "--contact": "Tanaka",
        "--status": "Draft",
    }
    run("export", "plan.socplan", "out.xlsx", *(part for pair in stated.items() for part in pair))
    assert set(stated.values()) <= _texts("out.xlsx")


@pytest.mark.parametrize("option", ["--for", "--party"])
def test_an_unknown_party_is_answered_with_the_known_ones(run: Run, option: str) -> None:
    result = run("export", "plan.socplan", "out.xlsx", option, "nobody")
    assert result.code == 2
    assert "cannot be “nobody”: choose one of ciso, " in result.refused
    assert not Path("out.xlsx").exists()


def test_a_name_that_parties_share_is_answered_with_their_ids(run: Run) -> None:
    text = Path("plan.socplan").read_text("utf-8")
    Path("plan.socplan").write_text(text.replace("name: CSIRT", "name: CISO"), "utf-8")
    result = run("export", "plan.socplan", "out.xlsx", "--for", "Ciso ")
    assert result.code == 2
    assert "choose one of ciso, csirt." in result.refused


@pytest.mark.parametrize(
    ("options", "target", "reason"),
    [
        (("--for", "soc"), "out.csv", "--for writes a workbook"),
        (("--status", "Draft"), "out.md", "--status writes a workbook"),
        (("--for", "soc", "--party", "mss"), "out.xlsx", "exclude each other"),
        (("--deadline", "soon", "--party", "mss"), "out.xlsx", "exclude each other"),
    ],
)
def test_options_of_the_cover_are_refused_for_files_without_one(
    run: Run, options: tuple[str, ...], target: str, reason: str
) -> None:
    result = run("export", "plan.socplan", target, *options)
    assert result.code == 2
    assert reason in result.refused
    assert not Path(target).exists()
