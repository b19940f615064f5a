"""The dialog for a picture: it answers with what is chosen, and names the file."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from socplanner.domain.marking import Tlp
from socplanner.domain.new_plan import NOW, TARGET
from socplanner.domain.picture_options import Paper, PictureOptions, PictureSubject
from socplanner.domain.plan import Plan
from socplanner.domain.role_coverage import SUNDAY_NIGHT
from socplanner.domain.role_filter import NO_FILTER, RoleFilter
from socplanner.ui.dialogs.picture_dialog import PictureDialog
from socplanner.ui.dialogs.picture_export import PictureExport
from socplanner.wording.language import Words

EXPORT = PictureExport(
    PictureOptions(PictureSubject.MATRIX, TARGET, Paper.A3, Tlp.GREEN, card_size="small"),
    "ja",
    Path("/plans/old.svg"),
    search="SOC & more",
)


def opened(qtbot: QtBot, plan: Plan, words: Words, export: PictureExport) -> PictureDialog:
    """Return the dialog beginning with `export`; browsing chooses /other/b.png."""
    dialog = PictureDialog(plan, export, lambda _: Path("/other/b.png"), words)
    qtbot.addWidget(dialog)
    return dialog


def choose(box: QComboBox, text: str) -> None:
    """Choose the entry `text`, which there must be."""
    at = box.findText(text)
    assert at >= 0, [box.itemText(each) for each in range(box.count())]
    box.setCurrentIndex(at)


def test_what_is_not_changed_is_answered_as_it_was(qtbot: QtBot, plan: Plan, words: Words) -> None:
    assert opened(qtbot, plan, words, EXPORT).export == EXPORT


def test_the_filter_counts_where_it_is_chosen(qtbot: QtBot, plan: Plan, words: Words) -> None:
    only_d = RoleFilter(frozenset("D"))
    dialog = opened(qtbot, plan, words, replace(EXPORT, search="", role_filter=only_d))
    assert dialog.only_matches.text() == "Only roles that pass the filter of the &window"
    assert dialog.export.picture.role_filter == NO_FILTER
    dialog.only_matches.setChecked(True)
    assert dialog.export.picture.role_filter == only_d


def test_every_choice_is_in_the_answer(qtbot: QtBot, plan: Plan, words: Words) -> None:
    dialog = opened(qtbot, plan, words, EXPORT)
    for box, text in (
        (dialog.subjects, "Board"),
        (dialog.phases, "Now"),
        (dialog.languages, "English"),
        (dialog.papers, "A2 landscape"),
        (dialog.labels, "TLP:AMBER+STRICT"),
        (dialog.chosen.kinds, "PNG image (.png)"),
        (dialog.dots, "600 dots per inch"),
        (dialog.orders, "Owner"),
    ):
        choose(box, text)
    assert dialog.only_matches.text() == "Only roles that &match “SOC && more”"
    dialog.only_matches.setChecked(True)
    picture = PictureOptions(
        PictureSubject.BOARD,
        NOW,
        Paper.A2,
        Tlp.AMBER_STRICT,
        search="SOC & more",
        card_size="small",
        dots=600,
        order="owner",
    )
    target = Path("/plans/old.png")
    assert dialog.export == replace(EXPORT, picture=picture, language="en", target=target)


def test_only_a_road_map_has_an_order(qtbot: QtBot, plan: Plan, words: Words) -> None:
    dialog = opened(qtbot, plan, words, EXPORT)
    assert not dialog.orders.isEnabled()
    choose(dialog.subjects, "Road map")
    assert dialog.orders.isEnabled()


def test_a_flow_is_chosen_for_its_picture_and_names_it(
    qtbot: QtBot, plan: Plan, words: Words
) -> None:
    shown = PictureOptions(PictureSubject.FLOW, TARGET, flow="alert-triage", moment=SUNDAY_NIGHT)
    export = replace(EXPORT, picture=shown, language="en", target=Path("/plans"))
    dialog = opened(qtbot, plan, words, export)
    assert dialog.export.picture == shown
    assert dialog.flows.isEnabled()
    assert dialog.is_walked.text() == "Walk-thro&ugh: Sunday 03:00"
    assert dialog.export.target.name == "Sample Works - Target - Alert triage - en.pdf"
    dialog.is_walked.setChecked(False)
    choose(dialog.flows, "All flows")
    assert dialog.export.picture == replace(shown, flow="", moment=None)
    choose(dialog.subjects, "Board")
    assert not dialog.flows.isEnabled()


def test_mermaid_and_bpmn_are_for_one_flow(
    qtbot: QtBot, plan: Plan, words: Words, tmp_path: Path
) -> None:
    dialog = opened(qtbot, plan, words, replace(EXPORT, target=tmp_path))
    for kind in ("Mermaid diagram of one flow (.mmd)", "BPMN 2.0 of one flow (.bpmn)"):
        choose(dialog.chosen.kinds, kind)
        assert not dialog.papers.isEnabled()
        choose(dialog.subjects, "Board")
        dialog.accept_button.click()
        assert dialog.errors.text(dialog.chosen.file).startswith("Such a file has one flow")
        choose(dialog.subjects, "Flows")
        choose(dialog.flows, "All flows")
        assert dialog.errors.text(dialog.chosen.file).startswith("Such a file has one flow")
        choose(dialog.flows, "Incident response")
        assert dialog.errors.text(dialog.chosen.file) == ""
    dialog.accept_button.click()
    assert dialog.result() == PictureDialog.DialogCode.Accepted
    assert dialog.export.target.suffix == ".bpmn"


@pytest.mark.parametrize(("kind", "is_possible"), [(0, False), (1, False), (2, True)])
def test_only_a_png_has_a_resolution(
    qtbot: QtBot, plan: Plan, words: Words, kind: int, is_possible: bool
) -> None:
    dialog = opened(qtbot, plan, words, EXPORT)
    dialog.chosen.kinds.setCurrentIndex(kind)
    assert dialog.dots.isEnabled() is is_possible


def test_a_name_is_suggested_until_one_is_typed(qtbot: QtBot, plan: Plan, words: Words) -> None:
    dialog = opened(qtbot, plan, words, replace(EXPORT, target=Path("/plans")))
    assert dialog.export.target == Path("/plans/Sample Works - 目標 - 責任分担表 - ja.pdf")
    choose(dialog.languages, "English")
    choose(dialog.subjects, "Board")
    assert dialog.export.target == Path("/plans/Sample Works - Target - Board - en.pdf")
    dialog.chosen.file.clear()
    dialog.accept_button.click()
    assert dialog.result() != PictureDialog.DialogCode.Accepted
    assert dialog.errors.text(dialog.chosen.file).startswith("Write a name for the file")
    QTest.keyClicks(dialog.chosen.file, "mine.svg")
    assert dialog.chosen.kinds.currentText() == "SVG drawing (.svg)"
    choose(dialog.phases, "Now")
    assert dialog.export.target == Path("/plans/mine.svg")
    dialog.chosen.browse_button.click()
    assert dialog.export.target == Path("/other/b.png")


def test_without_a_search_there_is_no_choice_about_it(
    qtbot: QtBot, plan: Plan, words: Words
) -> None:
    dialog = opened(qtbot, plan, words, replace(EXPORT, search=""))
    assert not dialog.only_matches.isVisibleTo(dialog)


def test_a_folder_that_is_not_there_is_shown_under_the_file(
    qtbot: QtBot, plan: Plan, words: Words, tmp_path: Path
) -> None:
    target = tmp_path / "none" / "board.pdf"
    dialog = opened(qtbot, plan, words, replace(EXPORT, target=target))
    dialog.accept_button.click()
    assert dialog.result() != PictureDialog.DialogCode.Accepted
    assert str(tmp_path / "none") in dialog.errors.text(dialog.chosen.file)
    target.parent.mkdir()
    dialog.accept_button.click()
    assert dialog.result() == PictureDialog.DialogCode.Accepted


def test_why_no_picture_was_written_is_shown_until_the_file_is_changed(
    qtbot: QtBot, plan: Plan, words: Words, tmp_path: Path
) -> None:
    export = replace(EXPORT, target=tmp_path / "board.png")
    dialog = PictureDialog(plan, export, no_file, words, problem="Too large.")
    qtbot.addWidget(dialog)
    assert dialog.errors.text(dialog.chosen.file) == "Too large."
    dialog.chosen.file.setText(str(tmp_path / "board.pdf"))
    dialog.chosen.file.editingFinished.emit()
    assert dialog.errors.text(dialog.chosen.file) == ""
    dialog.accept_button.click()
    assert dialog.result() == PictureDialog.DialogCode.Accepted


def no_file(_: Path) -> Path | None:
    """Choose no file."""
    return None
