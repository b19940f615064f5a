"""A cell is read as letters however a person wrote them, and a name is never taken for letters."""

import pytest

from socplanner.formats.external.cell_reading import NONE, CellReader, is_code, is_mark

READER = CellReader(frozenset("RACISVD?"))


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("R", "R"),
        (" r ", "R"),
        ("A, R", "A R"),
        ("A/R", "A R"),
        ("RA", "R A"),
        ("ra", "R A"),
        ("R A", "R A"),
        ("R\nA", "R A"),
        ("R & A", "R A"),
        ("Ａ／Ｒ", "A R"),
        ("А", "A"),
        ("Responsible", "R"),
        ("Responsible / Accountable", "R A"),
        ("accountable and responsible", "A R"),
        ("実行責任", "R"),
        ("responsable", "R"),
        ("I - Informed", "I"),
        ("Informed (I)", "I"),
        ("(R)", "R"),
        ("R*", "R"),
        ("?", "?"),
        ("◎", "◎"),
        ("主", "主"),
        ("n", "N"),
        ("V/E", "V E"),
    ],
)
def test_letters_are_read(text: str, letters: str) -> None:
    reading = READER.read(text)
    assert reading is not None
    assert reading.letters == tuple(letters.split())


@pytest.mark.parametrize(
    "text", ["-", "–", "—", "n/a", "N.A.", "none", "なし", "該当なし", "ー", "FALSE"]
)
def test_an_answer_of_none_is_none(text: str) -> None:
    assert READER.read(text) == NONE


@pytest.mark.parametrize(
    "text",
    ["Vic", "Cid", "Plan it", "R&D", "R & D", "12", "T1", "準備", "see contract", "CISO", "✓ done"],
)
def test_what_is_no_letter_is_none_of_them(text: str) -> None:
    assert READER.read(text) is None


@pytest.mark.parametrize(
    "text", ["A?", "?A", "A/?", "R ?", "Ａ？", "A/", "/A", "A,,R", "A//R", "RA/", "R,", "A/ /R"]
)
def test_a_letter_beside_a_doubt_or_a_sign_too_many_is_not_read(text: str) -> None:
    assert READER.read(text) is None


def test_a_letter_is_read_as_its_set_writes_it() -> None:
    reading = CellReader(frozenset({"R", "Vw"})).read("VW/r")
    assert reading is not None
    assert (reading.letters, reading.is_readable) == (("Vw", "R"), True)


@pytest.mark.parametrize("text", ["1", "1.2", "T-01", "(3)", "A1", "2.10.1", "No.4"])
def test_numbers_of_tasks_are_known(text: str) -> None:
    assert is_code(text)


@pytest.mark.parametrize("text", ["2026-01-31", "31.01.2026", "Plan", "A-B", "R"])
def test_what_numbers_nothing_is_no_code(text: str) -> None:
    assert not is_code(text)


@pytest.mark.parametrize("text", ["X", "x", "✓", "●", "1", "TRUE", "Ｘ"])
def test_marks_are_known(text: str) -> None:
    assert is_mark(text)


@pytest.mark.parametrize("text", ["R and A", "r und a", "R et A", "R & A", "R+A"])
def test_letters_may_be_joined_by_a_word(text: str) -> None:
    result = READER.read(text)
    assert result is not None
    assert (result.letters, result.notes) == (("R", "A"), ())


@pytest.mark.parametrize("text", ["/", "0", "|", "//"])
def test_a_lone_sign_means_no_letter(text: str) -> None:
    result = READER.read(text)
    assert result is not None
    assert result.is_none
