"""The prompts as rows: chapters, verdicts, search, language; computed only while shown."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt

from socplanner.domain.duty_edits import SetCoverage
from socplanner.domain.history import History
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.lesson_edits import CommentPrompt
from socplanner.domain.lesson_inputs import LessonVerdict
from socplanner.domain.weight_edits import SetWeights
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.kit.plan_context import plan_context
from socplanner.ui.lessons.lessons_model import LessonColumn, LessonsModel
from tests.support.plans import sample

NOW = PhaseId("now")
D4 = frozenset({RoleId("v2:D-4")})


@pytest.fixture
def model(qapp: object) -> Iterator[LessonsModel]:
    """Yield the model of the sample of a manufacturer, shown."""
    parent = QObject()
    document = Document(History.of(replace(sample("manufacturer"), lessons={})))
    context = plan_context(document, Translator(words_for("en")), parent)
    model = LessonsModel(context, parent)
    model.set_shown(is_shown=True)
    yield model
    parent.deleteLater()


def shown(model: LessonsModel) -> list[str]:
    """Return the ids of the prompts that are shown."""
    return [review.prompt.id for review in model.rows]


def test_chapters_and_verdicts_choose_the_rows(model: LessonsModel) -> None:
    assert len(model.rows) == 42
    model.show_chapter("incident")
    assert shown(model) == [f"FI{number}" for number in range(1, 10)]
    model.show_verdicts(frozenset({LessonVerdict.NOT_MET}))
    assert shown(model) == ["FI2", "FI3", "FI7"]
    model.show_chapter(None)
    assert "K10a" in shown(model)
    assert len(model.of_chapter) == 42


@pytest.mark.parametrize(
    ("text", "prompts"),
    [("fi2", ["FI2"]), ("sunday morning", ["K10a"]), ("annex", ["FB7"]), ("nothing so", [])],
)
def test_a_text_finds_prompts_by_id_question_and_remedy(
    model: LessonsModel, text: str, prompts: list[str]
) -> None:
    assert model.find(text) == len(prompts)
    assert shown(model) == prompts
    assert model.find("") == 42


def test_a_hidden_model_waits_and_a_shown_one_follows(model: LessonsModel) -> None:
    reviews = model.reviews
    model.set_shown(is_shown=False)
    model._context.document.perform(SetCoverage(NOW, D4, "24x365"))
    assert model.reviews is reviews, "a hidden view computes nothing"
    model.set_shown(is_shown=True)
    assert model.reviews is not reviews
    assert model.rows[model.place_of("FI3")].verdict is LessonVerdict.MET


def test_what_no_prompt_reads_changes_nothing(model: LessonsModel) -> None:
    reviews = model.reviews
    model._context.document.perform(SetWeights({"A": 3}))
    assert model.reviews is reviews
    model._context.document.perform(CommentPrompt("FI2", "Two\nlines"))
    place = model.place_of("FI2")
    assert model.index(place, LessonColumn.COMMENT).data() == "Two lines"


def test_verdicts_are_read_with_their_words_in_the_language_of_the_window(
    model: LessonsModel,
) -> None:
    index = model.index(model.place_of("FI2"), LessonColumn.VERDICT)
    assert index.data() == index.data(Qt.ItemDataRole.AccessibleTextRole) == "Not met"
    model._context.translator.set_language("ja")
    index = model.index(model.place_of("FI2"), LessonColumn.VERDICT)
    assert index.data() == "満たさない"
    header = model.headerData(LessonColumn.EVIDENCE, Qt.Orientation.Horizontal)
    assert header == "根拠"


def test_every_row_has_a_text_in_every_column_but_comments(model: LessonsModel) -> None:
    for row in range(model.rowCount()):
        for column in LessonColumn:
            text = model.index(row, column).data()
            assert text or column is LessonColumn.COMMENT


def test_another_phase_is_reviewed_when_it_is_looked_at(model: LessonsModel) -> None:
    assert model.rows[model.place_of("K10b")].verdict is LessonVerdict.NOT_MET
    model._context.viewpoint.look_at_phase(PhaseId("target"))
    assert model.rows[model.place_of("K10b")].verdict is LessonVerdict.MET
