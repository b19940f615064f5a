"""Which letter set a foreign sheet uses is told by its letters, its title and its legend."""

from socplanner.domain.external.understood import Answers, Understood
from socplanner.domain.letter_sets import LETTER_SETS, RACI, RACI_VS, RASCI
from socplanner.formats.external.understanding import understand
from socplanner.formats.sheets.grid import Grid
from tests.support.grids import grid

SETS = tuple(LETTER_SETS.values())
BODY = ("Task | PM | Dev | QA", "Plan the work | A | R | S", "Build the thing | A | R | C")


def _understood(*sheets: Grid) -> Understood:
    return understand(sheets, SETS)


def test_the_smallest_set_that_fits_comes_first() -> None:
    rows = (BODY[0], "Plan the work | A | R | I", BODY[2])
    assert _understood(grid(*rows)).letter_sets == ("raci", "rasci", "raci-vs")
    assert _understood(grid(BODY[0], "Plan it | A | R | V", BODY[2])).letter_sets == ("raci-vs",)


def test_a_letter_that_the_plan_explains_differently_is_asked_about() -> None:
    (unclear,) = understand([grid(*BODY)], [RACI_VS, RACI, RASCI]).unclear
    assert (unclear.code, unclear.values["letter"]) == ("letter-means-two", "S")


def test_s_without_v_is_that_of_rasci() -> None:
    messages = _understood(grid(*BODY))
    assert messages.is_clear
    assert messages.letter_sets[0] == "rasci"


def test_a_title_or_the_name_of_the_sheet_determines_the_letter_set() -> None:
    titled = _understood(grid("RASCI of the project", "", *BODY))
    assert titled.is_clear
    assert titled.letter_sets[0] == "rasci"
    named = _understood(grid(*BODY, name="RACI-VS"))
    assert named.is_clear
    assert named.letter_sets[0] == "raci-vs"


def test_a_legend_determines_the_letter_set() -> None:
    messages = _understood(grid(*BODY, "", "R | Responsible", "S | Support"))
    assert messages.is_clear
    assert messages.letter_sets == ("rasci",)


def test_a_legend_overrides_the_usual_meaning_of_a_letter() -> None:
    rows = ("Task | PM | Dev", "Plan the work | A | I", "Build the thing | I | A")
    messages = _understood(grid(*rows, "", "A = responsible; I = accountable"))
    assert messages.letter_sets == ()
    assert set(messages.custom_letters) == {"A", "I"}
    assert {key: each.flag for key, each in messages.meanings.items()} == {
        "A": "performs",
        "I": "accountable",
    }


def test_a_letter_without_a_meaning_in_its_legend_has_none() -> None:
    rows = ("Aufgabe | Anna | Ben", "Planung | A | R", "Einkauf der Teile | R | n")
    messages = _understood(grid(*rows, "", "R = verantwortlich, n = nicht beteiligt"))
    assert messages.is_clear
    assert messages.tasks[1].cells[1].letters == ()


def test_letters_of_their_own_are_all_asked_about_where_one_looks_like_that_of_a_set() -> None:
    rows = ("Aufgabe | Anna | Ben", "Planung | V | E", "Einkauf der Teile | E | M", "Bau | M | V")
    messages = understand([grid(*rows)], [RACI], Answers(singly=True))
    assert {each.values["letter"] for each in messages.unclear} == {"V", "E", "M"}


def test_words_give_the_meaning_of_their_letters() -> None:
    rows = ("Task|Responsible|Accountable|Support", "Plan it|Anna|Ben|Cid", "Build it|Ben|Anna|Cid")
    messages = _understood(grid(*rows))
    assert messages.is_clear
    assert messages.letter_sets == ("rasci",)
    both = (
        "Task | Anna | Ben",
        "Plan it | Support | Signatory",
        "Build it | Accountable | Support",
    )
    (unclear,) = _understood(grid(*both)).unclear
    assert (unclear.code, unclear.values["sets"]) == ("letter-means-two", "Support, Signatory")


def test_marks_are_explained_by_a_legend_in_one_cell() -> None:
    rows = ("業務|情シス|MSSP", "ログ監視|◎|△", "初動対応|△|◎", "", "凡例：◎主担当、△支援")
    messages = _understood(grid(*rows))
    assert messages.is_clear
    assert {key: each.flag for key, each in messages.meanings.items()} == {
        "◎": "performs",
        "△": "supports",
    }
