"""A PDF names the characters that people type, whatever the font has beside them."""

import pytest

from socplanner.ui.pictures.pdf_search import searchable_pdf, usual_character

TABLE = (
    b"before <2F45>\nbegincmap\n<0000> <FFFF>\n<0001> <0001> <2F45>\n"
    b"<0002> <0004> [<0041> <2ED1> <D840>]\nendcmap\nafter <2F45>"
)


@pytest.mark.parametrize(
    ("character", "usual"),
    [
        ("\u2f45", "方"),
        ("\u2ed1", "長"),
        ("\uf90a", "金"),
        ("\u2027", "・"),
        ("方", "方"),
        ("A", "A"),
    ],
)
def test_a_character_becomes_the_one_that_is_typed(character: str, usual: str) -> None:
    assert usual_character(character) == usual


def test_only_the_characters_of_tables_change_and_the_file_keeps_its_length() -> None:
    corrected = searchable_pdf(TABLE)
    assert corrected == TABLE.replace(b"<2ED1>", b"<9577>").replace(
        b"<0001> <0001> <2F45>", b"<0001> <0001> <65B9>"
    )
    assert len(corrected) == len(TABLE)
