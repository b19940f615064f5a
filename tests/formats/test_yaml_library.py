"""PyYAML is imported without compiling its expressions, and does everything it does otherwise."""

from pathlib import Path

import pytest

import socplanner
from socplanner.formats.yaml_library import PutOffPattern
from tests.support.fresh_process import said_by

_LOAD = "import socplanner.formats.yaml_library\n"
_WORK = r"""
import yaml
values = [
    "yes", "No", "on", "~", "null", "", "1_000", "0b101", "0x1F", "017", "190:20:30", "1.5e+3",
    ".inf", "-.INF", ".nan", "2026-11-29", "2001-12-14t21:59:43.10-05:00", "<<", "=", "text",
    "3.14", "1:2.5", "&", "12e03", "2026-11-29 10:00:00 +9", "\u65e5\u672c",
]
for value in values:
    for loader in (yaml.SafeLoader, yaml.CSafeLoader):
        try:
            print(repr(yaml.load(value, Loader=loader)))
        except Exception as error:
            print(type(error), error)
    print(yaml.dump({"a": value}, allow_unicode=True), yaml.dump(value, Dumper=yaml.CSafeDumper))
try:
    yaml.load("a: \x07", Loader=yaml.SafeLoader)
except yaml.reader.ReaderError as error:
    print(error)
"""
_AFTERWARDS = (
    "import re, yaml\n"
    "print(re.compile.__module__, type(yaml.reader.Reader.NON_PRINTABLE).__name__, "
    "type(re.compile('a')).__name__)"
)


def test_it_reads_and_writes_as_it_does_otherwise() -> None:
    told = said_by(_WORK)
    assert "datetime.date(2026, 11, 29)" in told
    assert said_by(_LOAD + _WORK) == told


def test_expressions_wait_and_python_compiles_its_own_again() -> None:
    assert said_by(_LOAD + _AFTERWARDS) == "re PutOffPattern Pattern\n"


def test_where_others_have_imported_it_nothing_is_put_off() -> None:
    assert said_by("import yaml\n" + _LOAD + _AFTERWARDS) == "re Pattern Pattern\n"


def test_an_expression_that_was_put_off_is_the_one_that_was_asked_for() -> None:
    waiting = PutOffPattern("a(b+)", 0)
    assert vars(waiting).keys() == {"_asked"}
    assert waiting.match("abb").group(1) == "bb"  # type: ignore[operator]
    assert waiting.match is vars(waiting)["match"]
    assert waiting.pattern == "a(b+)"


def test_what_no_expression_has_is_missing() -> None:
    with pytest.raises(AttributeError):
        _ = PutOffPattern("a").nothing
    with pytest.raises(AttributeError):
        _ = PutOffPattern("a").__nothing__


def test_nobody_else_imports_it() -> None:
    package = Path(socplanner.__file__).parent
    importing = [
        path.name
        for path in package.rglob("*.py")
        if any(
            line.strip().startswith(("import yaml", "from yaml"))
            for line in path.read_text("utf-8").splitlines()
        )
    ]
    assert importing == ["yaml_library.py"]
