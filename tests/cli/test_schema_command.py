"""`schema` is what is shipped, and stands beside a plan where an editor looks for it."""

import json
from pathlib import Path

import pytest

from socplanner.formats.plan.schema_file import MODELINE, SCHEMA_FILE
from socplanner.services import paths
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("language", "name"), [("en", SCHEMA_FILE), ("ja", "socplan.schema.ja.json")]
)
def test_the_shipped_schema_is_that_of_the_command(run: Run, language: str, name: str) -> None:
    shipped = (paths.resources() / "schema" / name).read_text("utf-8")
    assert run("schema", "--language", language).text == shipped, "run `make schema`"
    assert run("schema", name, "--language", language).code == 0
    assert Path(name).read_text("utf-8") == shipped


def test_a_file_that_is_there_is_kept_unless_forced(run: Run) -> None:
    Path(SCHEMA_FILE).write_bytes(b"mine")
    assert run("schema", SCHEMA_FILE).code == 2
    assert Path(SCHEMA_FILE).read_bytes() == b"mine"
    assert run("schema", SCHEMA_FILE, "--force").code == 0
    assert json.loads(Path(SCHEMA_FILE).read_text("utf-8"))["properties"]["format"]["enum"][0] == 3


def test_a_new_plan_names_the_schema_beside_it_and_no_place_of_this_machine(run: Run) -> None:
    assert run("new", "plan.socplan").code == 0
    first, second = Path("plan.socplan").read_text("utf-8").splitlines()[:2]
    assert first == MODELINE == "# yaml-language-server: $schema=socplan.schema.json"
    assert second == "format: 3"
