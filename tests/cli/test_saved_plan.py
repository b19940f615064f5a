"""Commands that change a plan keep versions, and leave a plan alone that is open elsewhere."""

from pathlib import Path

import pytest

from socplanner.services import paths
from socplanner.services.plan_files import open_plan
from socplanner.services.use_mark import UseMark, mark_place, mark_use
from socplanner.services.versions.version_store import VersionStore
from tests.cli.conftest import Run

SHEET = "#,⟦Works in-house⟧,⟦Works outsourced⟧\nA-1,3,\n"
COMMAND = ("assess", "a.socplan", "check.csv", "--apply", "--language", "en")


@pytest.fixture
def place(run: Run) -> Path:
    """Return the file of a new plan, beside a self-check sheet."""
    assert run("new", "a.socplan").code == 0
    Path("check.csv").write_text(SHEET, encoding="utf-8")
    return Path("a.socplan").absolute()


def test_a_plan_that_is_open_elsewhere_is_left_as_it_is(run: Run, place: Path) -> None:
    before, mark = place.read_bytes(), mark_use(place, "Sato")
    assert isinstance(mark, UseMark)
    refused = run(*COMMAND)
    assert refused.code == 2
    assert "Sato" in refused.refused
    assert place.read_bytes() == before
    mark.release()
    assert run(*COMMAND).code != 2
    assert place.read_bytes() != before
    assert not mark_place(place).exists()


def test_what_was_there_and_what_was_written_are_kept(run: Run, place: Path) -> None:
    before = place.read_bytes()
    assert run(*COMMAND).code != 2
    versions = VersionStore(paths.versions_folder()).versions(open_plan(place).plan.id).versions
    assert [each.content() for each in versions] == [place.read_bytes(), before]


def test_a_merge_does_not_write_over_a_plan_that_is_open(run: Run, place: Path) -> None:
    Path("b.socplan").write_bytes(place.read_bytes())
    mark = mark_use(place, "Sato")
    assert isinstance(mark, UseMark)
    for other in ("a.socplan", "b.socplan"):
        answer = run("merge", "a.socplan", other, "b.socplan", "-o", "a.socplan", "--force")
        assert answer.code == 2
        assert "Sato" in answer.refused
    mark.release()
    assert (
        run("merge", "a.socplan", "b.socplan", "b.socplan", "-o", "a.socplan", "--force").code == 0
    )


def test_a_folder_of_versions_that_cannot_be_made_is_no_obstacle(run: Run, place: Path) -> None:
    paths.versions_folder().parent.mkdir(parents=True, exist_ok=True)
    paths.versions_folder().write_bytes(b"")
    before = place.read_bytes()
    assert run(*COMMAND).code != 2
    assert place.read_bytes() != before
