"""Letters with more beside them, signs that stand for letters, and words that tick parties."""

import pytest

from socplanner.domain.external.answering import EACH, answered
from socplanner.domain.external.understood import NO_ANSWERS, Answers, Understood
from socplanner.domain.letter_sets import LETTER_SETS
from socplanner.formats.external.understanding import understand
from tests.support.grids import grid

SETS = tuple(LETTER_SETS.values())


def _read(*rows: str) -> Understood:
    return understand([grid(*rows)], SETS)


def _letters(understood: Understood) -> list[list[str]]:
    return [["/".join(cell.letters) for cell in task.cells] for task in understood.tasks]


@pytest.mark.parametrize(
    ("text", "letters", "remark"),
    [
        ("R (reviews)", "R", "reviews"),
        ("R（田中）", "R", "田中"),
        ("Ｒ（田中）", "R", "田中"),
        ("A & R (Config)", "A/R", "Config"),
        ("R (ops), A (plan)", "R/A", "ops; plan"),
        ("A: Sato", "A", "Sato"),
        ("R/A: Sato, Ito", "R/A", "Sato, Ito"),
        ("R - Tanaka", "R", "Tanaka"),
        ("R\\n(Upgrades,\\nPatches)", "R", "Upgrades, Patches"),
        ("C [if needed]", "C", "if needed"),
        ("R (only at night", "R", "only at night"),
    ],
)
def test_what_stands_beside_letters_is_kept_as_a_remark(
    text: str, letters: str, remark: str
) -> None:
    result = _read("Task|SOC|CSIRT|IT", f"Detect|{text}|A|C", "Contain|R|A|C", "Report|R|A|I")
    assert result.is_clear, result.unclear
    assert result.tasks[0].cells[0].remark == remark
    assert _letters(result)[0][0] == letters
    assert [each.code for each in result.notes] == ["letters-with-remark"]


def test_columns_of_letters_with_persons_are_parties() -> None:
    result = _read("Task|SOC|CSIRT|IT", "Detect|R: Tanaka|A: Sato|C", "Report|R: Ito|A: Sato|I")
    assert result.is_clear
    assert _letters(result) == [["R", "A", "C"], ["R", "A", "I"]]
    assert result.notes[0].values["n"] == 4


@pytest.mark.parametrize("text", ["a (small) thing", "i: see note", "Q (quality)", "A team"])
def test_other_texts_with_brackets_are_no_letters(text: str) -> None:
    result = _read("Task|SOC|CSIRT|IT", f"Detect|{text}|A|C", "Contain|R|A|C", "Report|R|A|I")
    assert [each.code for each in result.unclear] == ["not-letters"]


def test_one_text_is_asked_about_once() -> None:
    rows = [f"Task {n}|see below|A|C" for n in range(9)]
    (questions,) = _read(
        "Task|SOC|CSIRT|IT", "Detect|R|A|C", "Report|R|A|I", "Do|R|A|C", *rows[:3]
    ).unclear
    assert (questions.values["n"], questions.values["cells"]) == (3, "B5, B6, B7")


def test_a_column_of_more_texts_than_letters_is_asked_about() -> None:
    rows = [f"Task {n}|see below|A|C" for n in range(4)]
    (questions,) = _read("Task|SOC|CSIRT|IT", "Detect|R|A|C", "Report|R|A|I", *rows).unclear
    assert (questions.code, questions.values["column"]) == ("column-with-few-letters", "B")


def test_what_excel_makes_of_letters_in_brackets_is_read_with_a_note() -> None:
    result = _read("Task|SOC|CSIRT|IT", "Detect|®|A|©", "Report|R|Ⓐ|C", "Do|©|A|R")
    assert result.is_clear, result.unclear
    assert _letters(result) == [["R", "A", "C"], ["R", "A", "C"], ["C", "A", "R"]]
    assert [(each.code, each.values["n"]) for each in result.notes] == [("autocorrect", 3)]


def test_numbers_of_footnotes_are_left_out() -> None:
    result = _read("Task|SOC|CSIRT", "Detect|R¹|A", "Report|A|R†", "Do it|R|A")
    assert _letters(result) == [["R", "A"], ["A", "R"], ["R", "A"]]


def test_the_first_and_the_second_who_is_responsible_are_asked_about_together() -> None:
    (questions,) = _read(
        "Task|SOC|CSIRT|IT", "Detect|R1|A|R2", "Report|R2|A|R1", "Do|R1|A|C"
    ).unclear
    assert (questions.code, questions.values["pairs"]) == ("letters-usual", "R1 = R, R2 = R")


PAIRS = {
    "主 = R, 責 = A, 副 = S, 報 = I, 協 = C": (
        "業務|主|責|副|報", "届出|主|責|協|報", "封じ込め|報|責|副|主",
    ),
    "Shared = R, Yes = R, Full = A/R": ("Walls|Shared|Shared", "Doors|Yes|No", "Locks|Full|N/A"),
    "D = R, E = A, M = S, I = I": ("Walls|D|E|M|I", "Doors|E|D|I|M"),
}  # fmt: skip


@pytest.mark.parametrize("pairs", sorted(PAIRS))
def test_several_letters_with_a_usual_meaning_are_one_question(pairs: str) -> None:
    headings = "|".join(
        ("Task", "SOC", "CSIRT", "Legal", "Sales")[: PAIRS[pairs][0].count("|") + 1]
    )
    sheet = grid(headings, *PAIRS[pairs])
    (questions,) = understand([sheet], SETS).unclear
    assert (questions.code, questions.values["pairs"]) == ("letters-usual", pairs)
    accepted = understand([sheet], SETS, answered(NO_ANSWERS, questions, "usual"))
    assert accepted.is_clear, accepted.unclear
    singly = understand([sheet], SETS, answered(NO_ANSWERS, questions, EACH))
    assert len(singly.unclear) == pairs.count("=")


@pytest.mark.parametrize("letter", ["O", "N"])
def test_a_letter_for_no_part_is_proposed_as_none(letter: str) -> None:
    rows = ("Task|SOC|CSIRT|IT", f"Detect|R|A|{letter}", f"Report|{letter}|A|R", "Do|R|A|C")
    (questions,) = _read(*rows).unclear
    assert questions.code == "own-letter-none"
    accepted = understand([grid(*rows)], SETS, answered(NO_ANSWERS, questions, "none"))
    assert accepted.is_clear
    assert _letters(accepted)[0] == ["R", "A", ""]


def test_letters_of_rapid_are_not_mistaken_for_those_of_raci() -> None:
    rows = ("Task|SOC|CSIRT|IT|Legal|CEO", "Detect|R|A|P|I|D", "Report|P|R|A|I|D")
    (questions,) = _read(*rows).unclear
    assert questions.values["letters"] == ("R", "A", "P", "I", "D")


def test_check_boxes_are_asked_about_once() -> None:
    rows = ("Task|SOC|CSIRT|IT", "Detect|TRUE|FALSE|FALSE", "Report|FALSE|TRUE|TRUE")
    (questions,) = _read(*rows).unclear
    assert (questions.code, questions.values["usual"]) == ("own-letter-usual", "R")
    accepted = understand([grid(*rows)], SETS, answered(NO_ANSWERS, questions, "R"))
    assert _letters(accepted) == [["R", "", ""], ["", "R", "R"]]


def test_a_time_table_is_no_matrix() -> None:
    words = "Ma De En Sp Ch Bi Ph Ge Mu Ku"
    days = [words.split()[n:] + words.split()[:n] for n in range(8)]
    rows = [f"{8 + n}:00|" + "|".join(day[:5]) for n, day in enumerate(days)]
    result = understand([grid("Time|Mon|Tue|Wed|Thu|Fri", *rows, name="RACI")], SETS)
    assert [each.code for each in result.unclear] == ["no-matrix"]


def test_words_that_tick_are_adopted_beside_letters() -> None:
    rows = (
        "Task|PM|Dev|QA",
        "Define|Lead|Support|",
        "Plan|Support|Lead|Inform",
        "Build||Lead|Support",
    )
    (questions,) = _read(*rows).unclear
    assert (questions.code, questions.values["letter"]) == ("own-letter-usual", "Lead")
    accepted = understand([grid(*rows)], SETS, answered(NO_ANSWERS, questions, "A/R"))
    assert _letters(accepted)[1] == ["S", "A/R", "I"]


def test_letters_in_brackets_behind_persons_are_read() -> None:
    rows = ("Task|PM|Dev|QA", "Define|Anna (A)|Ben (R)|Cid (C)", "Build|Anna (I)|Ben (A/R)|Cid (C)")
    result = _read(*rows)
    assert _letters(result) == [["A", "R", "C"], ["I", "A/R", "C"]]
    assert result.tasks[0].cells[0].remark == "Anna"


def test_a_legend_right_beside_the_matrix_is_no_party() -> None:
    words = ("Responsible", "Accountable", "Consulted", "Informed")
    rows = ("Task|PM|Dev|QA", "Define|A|R|C", "Plan|A|R|I", "Build|I|A/R|C")
    beside = [f"{row}|{word[0]}|{word}" for row, word in zip(rows, words, strict=True)]
    result = _read(*beside)
    assert [party.name for party in result.parties] == ["PM", "Dev", "QA"]
    assert result.meanings["A"].flag == "accountable"


def test_a_column_headed_by_its_own_letters_is_no_party() -> None:
    rows = (
        "Kind|M/O/C|Task|PM|Dev",
        "x|M|Define it|A|R",
        "y|C|Plan it all|A|R",
        "z|O|Build it|I|A",
    )
    assert [party.name for party in _read(*rows).parties] == ["PM", "Dev"]


def test_one_word_for_a_letter_is_no_matrix() -> None:
    rows = ("Control|Text|Responsibility", "A|Access|Customer", "B|Accounts|Shared", "C|Walls|AWS")
    assert [each.code for each in _read(*rows).unclear] == ["no-matrix"]


def test_a_description_names_the_tasks_where_nothing_else_does() -> None:
    rows = ("Req|Description|SOC|CSIRT", "1.1|Firewalls|R|A", "1.2|Routers|A|R", "2.1|Locks|R|A")
    assert [task.name for task in _read(*rows).tasks] == ["Firewalls", "Routers", "Locks"]


def test_what_was_answered_counts_as_letters_of_its_column() -> None:
    rows = (
        "Task|PM|Dev|QA",
        "Define|A|R|see it",
        "Plan|A|R|see it",
        "Build|A|R|see it",
        "Try|A|R|C",
    )
    (questions,) = _read(*rows).unclear
    assert questions.code == "column-with-few-letters"
    accepted = understand([grid(*rows)], SETS, Answers(letters={"see it": "I"}))
    assert accepted.is_clear, accepted.unclear
    assert [row[2] for row in _letters(accepted)] == ["I", "I", "I", "C"]


def test_a_legend_stays_a_legend_where_words_tick() -> None:
    rows = (
        "Task|PM|Dev|||Legend",
        "Define|Lead|Support|||S|Supports the lead",
        "Plan|Support|Lead|||I|Informed of it",
        "Build|Inform|Lead",
    )
    result = _read(*rows)
    assert [party.name for party in result.parties] == ["PM", "Dev"]
    assert result.meanings["I"].flag == "one_way"
    assert {each.code for each in result.unclear} == {"own-letter-usual"}
