"""Window and dialogs say nothing but messages: in the pseudo-language no plain word is left."""

import re
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Area, Catalogue, Sourcing
from socplanner.domain.countries import COUNTRIES
from socplanner.domain.currencies import CURRENCIES
from socplanner.domain.duty_edits import (
    ApplyPattern,
    ChangeSourcing,
    MoveRoles,
    SetCells,
    SetNote,
)
from socplanner.domain.history import History
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letters import BLANK, Cell
from socplanner.domain.local_text import LANGUAGES, Language, LocalText
from socplanner.domain.new_plan import NOW_NAME, TARGET_NAME, NewPlanOptions, new_plan
from socplanner.domain.plan import Plan
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.dialogs.calendar_dialog import country_label
from socplanner.ui.shell.main_window import MainWindow
from tests.support.all_dialogs import all_dialogs
from tests.support.pseudo import literals_in, pseudo_words
from tests.support.shown_text import shown_texts

NOW = PhaseId("now")
A1, B1, C1 = RoleId("v2:A-1"), RoleId("v2:B-1"), RoleId("v2:C-1")
SOC, MSS = PartyId("soc"), PartyId("mss")
SAME_EVERYWHERE = re.compile(
    r"\b(socplanner|English|Python|PySide6|Qt|LGPL|MIT|XLSX|xlsx|"
    r"TLP:[A-Z+]+|P[T]?\d+[MHD]|"
    r"Ctrl|Shift|Alt|Del|Delete|Esc|Return|Enter|Space|Tab|Home|End|Pg ?Up|Pg ?Down|F\d+|"
    rf"II|III|IV|IX|{'|'.join(CURRENCIES)})\b|日本語"
    rf"|^({'|'.join(re.escape(country_label(code)) for code in COUNTRIES)})$"
)
"""Names of programs, keys, areas, currencies and countries: the same in every language."""


def _nothing() -> None:
    """Stand for a command of the program."""


@pytest.fixture
def busy_plan(catalogue: Catalogue) -> Plan:
    """Return a plan in which everything there is to say is said."""
    beginning = NewPlanOptions("⟦Works⟧", "hybrid", NOW_NAME, "full-insource", TARGET_NAME)
    plan = new_plan(catalogue, "plan", beginning)
    first = replace(plan.parties[0], initials=LocalText("", ""), headcount=3)
    plan = replace(plan, parties=(first, *plan.parties[1:]))
    plan = SetCells(NOW, ((A1, SOC, Cell("A/R")), (A1, MSS, Cell("?")), (B1, SOC, BLANK))).apply(
        plan
    )
    plan = ChangeSourcing(NOW, frozenset({C1}), Sourcing.NOT_CARRIED_OUT).apply(plan)
    plan = MoveRoles(NOW, frozenset({A1, B1}), Area.III).apply(plan)
    return SetNote(NOW, frozenset({B1}), "⟦a note⟧").apply(plan)


@pytest.fixture
def document(qapp: object, busy_plan: Plan) -> Document:
    """Return a document with an edit to undo and one to redo."""
    document = Document(History.of(busy_plan))
    document.perform(ApplyPattern(NOW, "minimum-outsource"))
    document.perform(SetNote(NOW, frozenset({B1}), ""))
    document.undo()
    return document


@pytest.fixture
def window(qtbot: QtBot, document: Document) -> MainWindow:
    """Return the window, without what works on files."""
    window = MainWindow(document, Translator(pseudo_words()))
    qtbot.addWidget(window)
    return window


def _plain_words(widget: QWidget) -> list[tuple[str, str]]:
    return [
        (place, text)
        for place, text in shown_texts(widget)
        if literals_in(SAME_EVERYWHERE.sub(" ", text))
    ]


@pytest.mark.parametrize("view", ["board", "matrix"])
@pytest.mark.parametrize("roles", [[], [A1], [A1, B1, C1]])
def test_the_window_shows_messages_only(window: MainWindow, view: str, roles: list[RoleId]) -> None:
    window.show_view(view)
    window.viewpoint.select(roles)
    assert _plain_words(window) == []


def test_every_corner_of_the_window_is_looked_into(window: MainWindow) -> None:
    window.show_view("board")
    seen = {place.split()[0] for place, _ in shown_texts(window)}
    assert {"QAction", "QMenu", "BoardList", "PlainLabel", "FlatButton"} <= seen
    window.show_view("matrix")
    assert len(list(shown_texts(window))) > 54 * 10


def test_the_dialogs_show_messages_only(document: Document, window: MainWindow) -> None:
    for dialog in all_dialogs(document, window, pseudo_words()):
        assert _plain_words(dialog) == [], type(dialog).__name__


@pytest.mark.parametrize("language", LANGUAGES)
def test_window_and_dialogs_open_in_every_language(
    document: Document, window: MainWindow, language: Language
) -> None:
    words = words_for(language)
    for dialog in all_dialogs(document, window, words):
        texts = [text for _, text in shown_texts(dialog)]
        assert texts
        assert not any("⟦" in text and "Works" not in text for text in texts)


def _keys(dialog: QWidget) -> list[str]:
    """Return the keys that choose something in `dialog`."""
    texts = [each.text() for each in dialog.findChildren(QAbstractButton)]
    texts += [each.text() for each in dialog.findChildren(QLabel) if each.buddy() is not None]
    result = (re.search(r"&([^\W_])", text.replace("&&", "")) for text in texts)
    return [key.group(1).upper() for key in result if key]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_key_chooses_one_thing_only_in_every_dialog(
    document: Document, window: MainWindow, language: Language
) -> None:
    keys: list[str] = []
    for dialog in all_dialogs(document, window, words_for(language)):
        custom = _keys(dialog)
        assert len(set(custom)) == len(custom), (type(dialog).__name__, custom)
        keys += custom
    assert len(keys) > 10


def test_the_open_window_changes_its_language(document: Document, window: MainWindow) -> None:
    translator = window._translator
    for view in ("board", "matrix"):
        window.show_view(view)
        for words in (words_for("ja"), words_for("en"), pseudo_words()):
            translator.use(words)
        assert _plain_words(window) == []
    translator.use(words_for("en"))
    left = [
        each
        for each in shown_texts(window)
        if "⟦" in each[1].replace("⟦Works⟧", "").replace("⟦a note⟧", "")
    ]
    assert left == []
