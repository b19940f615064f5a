"""The tree of what came back: groups with ticks, and under each what concerns it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from socplanner.domain.plan import Plan
from socplanner.domain.reimport.review import Review
from socplanner.services.i18n import words_for
from socplanner.ui.review.choices import Choices
from socplanner.ui.review.review_model import Grouping, ReviewColumn, ReviewModel
from tests.support.reimports import DISPUTED, NOTED, PLAIN, TOPIC, other

Check = Qt.CheckState


@pytest.fixture
def choices() -> Choices:
    """Return choices nobody has made yet."""
    return Choices()


@pytest.fixture
def model(qapp: object, reviewed: Review, choices: Choices) -> Iterator[ReviewModel]:
    """Return the model by parties, watched for broken promises."""
    model = ReviewModel(words_for("en"))
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Warning, model
    )
    model.show(reviewed, choices, Grouping.PARTY)
    yield model
    tester.deleteLater()


def at(
    model: ReviewModel, address: object, column: ReviewColumn = ReviewColumn.WHAT
) -> QModelIndex:
    """Return where the difference about `address` is shown."""
    for row in range(model.rowCount()):
        group = model.index(row, 0)
        for place in range(model.rowCount(group)):
            result = model.index(place, column, group)
            difference = model.difference(result)
            if difference is not None and difference.address == address:
                return result
    raise AssertionError(address)


def ticked(model: ReviewModel, index: QModelIndex) -> Qt.CheckState:
    """Return the tick at `index`."""
    return Check(index.data(Qt.ItemDataRole.CheckStateRole))


def titles(model: ReviewModel) -> list[str]:
    """Return the titles of the groups."""
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_groups_are_parties_with_their_accepted_changes(model: ReviewModel) -> None:
    assert titles(model) == [
        "CSIRT   (1 of 2)",
        "IT operations   (0 of 2)",
        "The roles themselves   (1 of 1)",
    ]


def test_by_role_groups_are_roles(model: ReviewModel, reviewed: Review, choices: Choices) -> None:
    model.show(reviewed, choices, Grouping.ROLE)
    assert [title[:3] for title in titles(model)] == ["A-1", "B-1", "C-1"]
    assert at(model, PLAIN).data() == "CSIRT"


def test_a_tick_leaves_out_a_change_and_accepts_it_again(
    model: ReviewModel, choices: Choices, reviewed: Review
) -> None:
    place = at(model, PLAIN)
    assert ticked(model, place) is Check.Checked
    model.setData(place, Check.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert ticked(model, place) is Check.Unchecked
    assert PLAIN not in {each.address for each in choices.accepted(reviewed)}
    model.setData(place, Check.Checked.value, Qt.ItemDataRole.CheckStateRole)
    assert ticked(model, place) is Check.Checked


def test_the_tick_of_a_group_is_that_of_all_in_it(model: ReviewModel) -> None:
    group = model.parent(at(model, PLAIN))
    assert ticked(model, group) is Check.PartiallyChecked
    model.setData(group, Check.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert ticked(model, group) is Check.Unchecked
    model.setData(group, Check.Checked.value, Qt.ItemDataRole.CheckStateRole)
    assert ticked(model, group) is Check.Checked


def test_no_tick_decides_a_disagreement_or_what_waits_for_an_answer(model: ReviewModel) -> None:
    for address in (DISPUTED, TOPIC):
        assert not model.flags(at(model, address)) & Qt.ItemFlag.ItemIsUserCheckable
    difference = model.difference(at(model, DISPUTED))
    assert difference is not None
    model.choose(difference, "R")
    assert ticked(model, at(model, DISPUTED)) is Check.Checked
    assert model.flags(at(model, DISPUTED)) & Qt.ItemFlag.ItemIsUserCheckable


def test_a_line_shows_the_values_now_exported_and_returned(model: ReviewModel, plan: Plan) -> None:
    text = [at(model, DISPUTED, column).data() for column in ReviewColumn]
    assert text[3:] == ["R / C", "The files disagree", "CSIRT.xlsx, IT.xlsx"]
    assert at(model, PLAIN, ReviewColumn.REIMPORTED).data() == other(plan, PLAIN)
    assert at(model, NOTED, ReviewColumn.NOW).data() == "(empty)"
    texts = at(model, NOTED).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Returned: by mail & phone" in texts
    assert "From: CSIRT.xlsx" in texts
