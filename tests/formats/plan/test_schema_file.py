"""The line by which editors find the schema: new plans have it; no file gets or loses it."""

import json

import jsonschema
import yaml

from socplanner.domain.phase_edits import RenameOrganisation
from socplanner.formats.plan.plan_yaml import dumps, loads
from socplanner.formats.plan.schema_file import MODELINE, SCHEMA_FILE, schema_text
from socplanner.services.catalogues import catalogue_of
from socplanner.services.i18n import words_for
from tests.support.plans import hybrid_plan

RENAME = RenameOrganisation("Renamed")
LINE = f"{MODELINE}\n".encode()


def renamed(data: bytes) -> bytes:
    """Return the file `data` saved with another name of the organisation."""
    opened = loads(data, catalogue_of)
    return dumps(RENAME.apply(opened.plan), opened)


def test_the_schema_line_is_above_a_new_plan_and_format_is_the_first_key() -> None:
    data = dumps(hybrid_plan())
    assert data.startswith(LINE + b"format: 3\n")
    assert data.count(b"$schema") == 1
    assert next(iter(yaml.safe_load(data))) == "format"
    assert loads(data, catalogue_of).plan == hybrid_plan()


def test_it_names_a_file_beside_the_plan_wherever_the_plan_goes() -> None:
    """No folder of one machine, and no address that an editor would call."""
    named = MODELINE.partition("$schema=")[2]
    assert named == SCHEMA_FILE
    assert not set(named) & set("/\\: ")


def test_saving_keeps_it_and_does_not_add_it() -> None:
    with_line = dumps(hybrid_plan())
    without = with_line.removeprefix(LINE)
    assert renamed(with_line) == LINE + renamed(without)
    assert b"$schema" not in renamed(without)
    assert renamed(without).startswith(b"format: 3\n")
    for data in (
        with_line,
        without,
        with_line.replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + with_line,
    ):
        opened = loads(data, catalogue_of)
        assert dumps(opened.plan, opened) == data


def test_a_line_of_the_planners_own_is_left_as_it_is() -> None:
    custom = b"# yaml-language-server: $schema=../ours.json   # of our repository\n"
    data = custom + dumps(hybrid_plan()).removeprefix(LINE)
    assert renamed(data).startswith(custom + b"format: 3\n")
    assert renamed(data).count(b"yaml-language-server") == 1


def test_a_rewritten_file_keeps_its_schema_line() -> None:
    flow = (
        f"{MODELINE}\n{{format: 3, id: g, organisation: G, catalogue: v2, letter-set: raci,\n"
        " parties: [], phases: [{id: now, name: Now}]}\n"
    )
    saved = renamed(flow.encode())
    assert saved.startswith(LINE)
    assert saved.count(b"$schema") == 1
    assert b"$schema" not in renamed(flow.removeprefix(f"{MODELINE}\n").encode())


def test_a_new_plan_fits_the_schema_it_names() -> None:
    schema = json.loads(schema_text(words_for("en")))
    jsonschema.validate(yaml.safe_load(dumps(hybrid_plan())), schema)
    assert json.loads(schema_text(words_for("ja"), is_ascii=True))["title"] != schema["title"]
    assert schema_text(words_for("ja"), is_ascii=True).isascii()
