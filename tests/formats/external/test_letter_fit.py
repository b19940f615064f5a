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
    told = _understood(grid(*BODY))
    assert told.is_clear
    assert told.letter_sets[0] == "rasci"


def test_a_title_or_the_name_of_the_sheet_tells_the_set() -> None:
    titled = _understood(grid("RASCI of the project", "", *BODY))
    assert titled.is_clear
    assert titled.letter_sets[0] == "rasci"
    named = _understood(grid(*BODY, name="RACI-VS"))
    assert named.is_clear
    assert named.letter_sets[0] == "raci-vs"


def test_a_legend_tells_the_set() -> None:
    told = _understood(grid(*BODY, "", "R | Responsible", "S | Support"))
    assert told.is_clear
    assert told.letter_sets == ("rasci",)


def test_a_legend_that_says_a_letter_means_something_else_is_believed() -> None:
    rows = ("Task | PM | Dev", "Plan the work | A | I", "Build the thing | I | A")
    told = _understood(grid(*rows, "", "A = responsible; I = accountable"))
    assert told.letter_sets == ()
    assert set(told.own_letters) == {"A", "I"}
    assert {key: each.flag for key, each in told.meanings.items()} == {
        "A": "performs",
        "I": "accountable",
    }


def test_a_letter_whose_legend_says_it_means_none_is_none() -> None:
    rows = ("Aufgabe | Anna | Ben", "Planung | A | R", "Einkauf der Teile | R | n")
    told = _understood(grid(*rows, "", "R = verantwortlich, n = nicht beteiligt"))
    assert told.is_clear
    assert told.tasks[1].cells[1].letters == ()


def test_letters_of_their_own_are_all_asked_about_where_one_looks_like_that_of_a_set() -> None:
    rows = ("Aufgabe | Anna | Ben", "Planung | V | E", "Einkauf der Teile | E | M", "Bau | M | V")
    told = understand([grid(*rows)], [RACI], Answers(singly=True))
    assert {each.values["letter"] for each in told.unclear} == {"V", "E", "M"}


def test_words_tell_what_their_letters_mean() -> None:
    rows = ("Task|Responsible|Accountable|Support", "Plan it|Anna|Ben|Cid", "Build it|Ben|Anna|Cid")
    told = _understood(grid(*rows))
    assert told.is_clear
    assert told.letter_sets == ("rasci",)
    both = (
        "Task | Anna | Ben",
        "Plan it | Support | Signatory",
        "Build it | Accountable | Support",
    )
    (unclear,) = _understood(grid(*both)).unclear
    assert (unclear.code, unclear.values["sets"]) == ("letter-means-two", "Support, Signatory")


def test_marks_are_explained_by_a_legend_in_one_cell() -> None:
    rows = ("業務|情シス|MSSP", "ログ監視|◎|△", "初動対応|△|◎", "", "凡例：◎主担当、△支援")
    told = _understood(grid(*rows))
    assert told.is_clear
    assert {key: each.flag for key, each in told.meanings.items()} == {
        "◎": "performs",
        "△": "supports",
    }
