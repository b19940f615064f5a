"""Every message is translated, whole, and nothing a person reads stands outside the catalogue."""

from itertools import pairwise
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message

from tests.support import messages
from tests.support.code_text import Literal, composed_messages, sentences, shown_literals
from tests.support.pseudo import literals_in, pseudo_words

PO = tuple(messages.po_files())
SHOWING = ("ui", "cli", "formats", "services", "wording")
NO_MESSAGES = {
    "Noto Sans CJK JP": "a font's name",
    "Noto Sans JP": "a font's name",
    "Yu Gothic UI": "a font's name",
    "Hiragino Sans": "a font's name",
    "VL Gothic": "a font's name",
    "日本語": "a language is named in itself",
    "English": "a language is named in itself",
    "socplanner": "the program's name",
    "Meiryo UI": "a font's name",
    "母民王目西角足長雨青食骨鬼麦黄斉歯竜亀": "characters that are written for radicals",
    "計画あア": "characters a font must have",
    "/Library/Application Support": "a folder of macOS",
    "simple key": "what PyYAML says, looked for",
    "未決定": "what earlier versions wrote into workbooks",
    "実施しない": "what earlier versions wrote into workbooks",
    "Not carried out": "what earlier versions wrote into workbooks",
}
"""Texts that stand in the code as people read them, and why that is right."""
FOR_BUILDERS = {"self_test.py", "crash_report.py"}
"""What is said to those who build the program, in English."""
WORDS_OF_OTHERS = {"field_words.py", "score_words.py", "usual_signs.py"}
"""Words recognised in files that others wrote; nobody is shown them."""


def _forms(message: Message) -> list[str]:
    """Return the translations of `message`, one for each plural form."""
    return [message.string] if isinstance(message.string, str) else list(message.string or ())


def _originals(message: Message) -> list[str]:
    return [message.id] if isinstance(message.id, str) else list(message.id)


def _gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _of(po: Path) -> list[Message]:
    return [message for message in messages.written(po) if message.id]


def _python_files() -> list[Path]:
    exempt = FOR_BUILDERS | WORDS_OF_OTHERS
    files = [path for space in SHOWING for path in (messages.CODE / space).rglob("*.py")]
    return [path for path in (*files, *messages.CODE.glob("*.py")) if path.name not in exempt]


def _unexplained(result: list[Literal]) -> list[str]:
    return [str(each) for each in result if each.text.strip(" :") not in NO_MESSAGES]


def test_there_is_japanese() -> None:
    """The glob of the other tests must not pass for want of a file."""
    assert [po.parent.parent.name for po in PO] == ["ja"]


@pytest.mark.parametrize(
    ("code", "result"),
    [
        ('words.tr("Save {file}", file=name)', ["Save {file}"]),
        ('x = N_("One " "text")', ["One text"]),
        ('self.words.count("{n} role", "{n} roles", n)', [("{n} role", "{n} roles")]),
        ('text.count("x") + data.count(b"x", 0, 9) + "a b".count("a", 1)', []),
        ('words.tr(message); words.tr("")', []),
    ],
)
def test_messages_are_found_in_the_code(code: str, result: list[str | tuple[str, str]]) -> None:
    """What is not found is never translated."""
    assert list(messages.messages_in(code)) == result


@pytest.mark.parametrize("po", PO, ids=["ja"])
def test_every_message_of_the_code_has_a_translation(po: Path) -> None:
    """A planner never meets English in a Japanese window."""
    choices = {message.id: message for message in _of(po)}
    missing = [
        each.id
        for each in messages.used_messages()
        if each.id and (each.id not in choices or not all(_forms(choices[each.id])))
    ]
    assert missing == []


@pytest.mark.parametrize("po", PO, ids=["ja"])
def test_no_translation_is_uncertain_or_without_a_message(po: Path) -> None:
    """Nothing is guessed, and nothing is kept that the code says no more."""
    texts = {each.id for each in messages.used_messages()}
    catalogue = messages.written(po)
    assert [each.id for each in _of(po) if each.fuzzy] == []
    assert list(catalogue.obsolete) == []
    assert [each.id for each in _of(po) if each.id not in texts] == []


@pytest.mark.parametrize("po", PO, ids=["ja"])
def test_a_translation_has_the_gaps_of_its_message(po: Path) -> None:
    """A gap too many would raise, a gap too few would swallow a name."""
    different = [
        message.id
        for message in _of(po)
        for form in _forms(message)
        if form and _gaps(form) != _gaps(_originals(message)[-1])
    ]
    assert different == []


@pytest.mark.parametrize("po", PO, ids=["ja"])
def test_a_translation_keeps_the_ends_and_the_mnemonic_of_its_message(po: Path) -> None:
    """An ellipsis says that a question follows, a mnemonic is a key to press."""
    for message in _of(po):
        original = _originals(message)[-1]
        for form in _forms(message):
            assert original.endswith("…") == form.endswith("…"), original
            assert original.count("\n") == form.count("\n"), original
            assert ("(&" in form) == _has_mnemonic(original), original
            assert form == form.strip() or original != original.strip(), original


def _has_mnemonic(text: str) -> bool:
    return any(a == "&" and b.isalnum() for a, b in pairwise(text))


def test_no_literal_is_handed_to_a_call_that_shows_text() -> None:
    """What a person reads comes from the catalogue."""
    result = [each for path in _python_files() for each in shown_literals(path)]
    assert _unexplained(result) == []


def test_no_sentence_of_the_code_is_unmarked() -> None:
    """A sentence that reaches a person by another way is found too."""
    result = [each for path in _python_files() for each in sentences(path)]
    assert _unexplained(result) == []


def test_no_message_is_put_together_before_it_is_looked_up() -> None:
    """What is composed is in no catalogue: `tr(f"{n} roles")` is English for ever."""
    assert [str(each) for path in _python_files() for each in composed_messages(path)] == []


@pytest.mark.parametrize(
    "code",
    ['words.tr(f"Role {x}")', 'words.tr("Role " + x)', 'N_("Role %s" % x)', 'tr("a".format(x))'],
)
def test_the_search_finds_composed_messages(tmp_path: Path, code: str) -> None:
    """Whatever they are composed with."""
    file = tmp_path / "composed.py"
    file.write_text(code, encoding="utf-8")
    assert list(composed_messages(file))


@pytest.mark.parametrize(
    "code",
    [
        'label.setText("Save")',
        'label.setText(f"Save {n}")',
        'QAction("Save", self)',
        'combo.addItems(["One", "Two"])',
        'sys.stdout.write("done" if ok else "")',
    ],
)
def test_the_search_finds_what_it_looks_for(tmp_path: Path, code: str) -> None:
    """A search that finds nothing proves nothing."""
    file = tmp_path / "shown.py"
    file.write_text(code, encoding="utf-8")
    assert list(shown_literals(file))


@pytest.mark.parametrize("code", ['x = "Save the plan"', 'x = f("保存")', 'x = f"The plan {n}"'])
def test_the_search_finds_sentences(tmp_path: Path, code: str) -> None:
    """Also where no call tells what becomes of them."""
    file = tmp_path / "said.py"
    file.write_text(code, encoding="utf-8")
    assert list(sentences(file))


def test_the_pseudo_language_distinguishes_messages_from_literals() -> None:
    """Window tests rely on it."""
    words = pseudo_words()
    text = words.tr("Move {role} to {area}", role="B-1", area=words.tr("Area {n}", n="II"))
    assert literals_in(text) == []
    assert literals_in(words.count("{n} role", "{n} roles", 3)) == []
    assert literals_in(f"{text} and more") == ["and", "more"]
