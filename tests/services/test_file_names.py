"""A file name made of any text is one that every system takes."""

from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.services.file_names import file_name_for


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sample Works", "Sample Works.x"),
        ("髙橋 𠮷野 🏭", "髙橋 𠮷野 🏭.x"),
        ("a/b\\c: d?", "a b c d.x"),
        ("...", "plan.x"),
        ("", "plan.x"),
        ("com1", "_com1.x"),
        ("NUL.txt", "_NUL.txt.x"),
        ("COM¹", "_COM¹.x"),
        ("con .log", "_con .log.x"),
        ("Console", "Console.x"),
        ("\u202aC:\\plan", "C plan.x"),
        ("a\u200fb\u2066c\x85d", "abc d.x"),
        ("👩\u200d💻", "👩\u200d💻.x"),
        ("a\nb", "a b.x"),
    ],
)
def test_a_name_keeps_what_it_can(text: str, name: str) -> None:
    assert file_name_for(text, ".x") == name


@given(text=st.text(max_size=300))
def test_any_name_is_one_name_and_can_be_written(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    name = file_name_for(text, ".socplan")
    assert PureWindowsPath(name).name == name
    place = tmp_path_factory.mktemp("names") / name
    place.write_bytes(b"")
    assert place.exists()
    assert Path(name).suffix == ".socplan"
