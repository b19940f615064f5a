"""Trees are written as a person would write them, and read as the texts they are."""

import pytest
import yaml

from socplanner.formats.plan import canonical
from socplanner.formats.plan.canonical import Flow, FlowList, Raw


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("SOC", "SOC"),
        ("Security operations", "Security operations"),
        ("監視センター", "監視センター"),
        ("a:b", "a:b"),
        ("a: b", "'a: b'"),
        ("a #b", "'a #b'"),
        ("a, b", "'a, b'"),
        ("it's", "it's"),
        ("'tis", "'''tis'"),
        ("1.10", "'1.10'"),
        ("2026-12-31", "'2026-12-31'"),
        ("NO", "'NO'"),
        ("y", "'y'"),
        ("True", "'True'"),
        ("null", "'null'"),
        ("off", "'off'"),
        ("", "''"),
        (" a", "' a'"),
        ("a ", "'a '"),
        ("- a", "'- a'"),
        ("a\nb", '"a\\nb"'),
        ("a\x85b", '"a\\u0085b"'),
        ("\ufeff", '"\\uFEFF"'),
    ],
)
def test_a_text_is_plain_unless_something_could_mistake_it(text: str, written: str) -> None:
    assert canonical.scalar(text) == written
    assert yaml.safe_load(written) == text


def test_extension_keys_stay_as_they_are_written() -> None:
    assert canonical.scalar(Raw("[1, yes]")) == "[1, yes]"
    assert canonical.value("x-a", Raw("0047"), 0) == " 0047"


def test_numbers_and_truths_are_written_bare_where_they_are_no_texts() -> None:
    assert [canonical.entry(key, "3", 0) for key in ("format", "headcount", "executive", "id")] == [
        *("format: 3", "headcount: 3", "executive: 3", "id: '3'"),
    ]


def test_short_values_are_on_one_line_and_others_in_blocks() -> None:
    tree = {
        "id": "now",
        "name": Flow({"ja": "現在", "en": "Now: today"}),
        "flags": FlowList(["two-way", "no"]),
        "empty": [],
        "none": {},
        "duties": {"v2:A-1": {"area": "I"}, "v2:A-2": {"letters": Flow({"soc": "A/R"})}},
        "parties": [{"id": "soc", "sub": {"a": "b"}}, {"id": "it"}],
    }
    written = """\
id: now
name: {ja: 現在, en: 'Now: today'}
flags: [two-way, 'no']
empty: []
none: {}
duties:
  v2:A-1:
    area: I
  v2:A-2:
    letters: {soc: A/R}
parties:
  - id: soc
    sub:
      a: b
  - id: it"""
    assert canonical.mapping(tree, 0) == written
    assert yaml.safe_load(written) == tree
    indented = canonical.mapping(tree, 4)
    assert indented == "\n".join(f"    {line}" for line in written.splitlines())
    assert canonical.item({"id": "a", "b": {"c": "d"}}, 2) == "  - id: a\n    b:\n      c: d"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("One.\nTwo.", " |-\n    One.\n    Two."),
        ("One.\nTwo.\n", " |\n    One.\n    Two.\n".rstrip("\n")),
        ("One.\n\n  Two.\n", " |\n    One.\n\n      Two."),
        ("One.\n", ' "One.\\n"'),
        ("One.\nTwo.\n\n", ' "One.\\nTwo.\\n\\n"'),
        (" One.\nTwo.", ' " One.\\nTwo."'),
        ("\nOne.\nTwo.", ' "\\nOne.\\nTwo."'),
        ("One. \nTwo.", ' "One. \\nTwo."'),
        ("One.\x07\nTwo.", ' "One.\\u0007\\nTwo."'),
    ],
)
def test_a_text_of_lines_is_a_block_where_a_block_can_hold_it(text: str, written: str) -> None:
    assert canonical.value("note", text, 2) == written
    assert yaml.safe_load(f"  note:{written}\n") == {"note": text}
