"""The dialog of a queue shows what seats give, and gives the post its queue."""

import pytest
from pytestqt.qtbot import QtBot

from socplanner.domain.local_text import LocalText
from socplanner.domain.plan import Plan
from socplanner.domain.staffing_edits import AddPost, ChangePost
from socplanner.domain.staffing_inputs import Post, Queue
from socplanner.ui.dialogs.field_errors import ErrorLine
from socplanner.ui.dialogs.post_dialog import PostDialog
from socplanner.ui.dialogs.queue_dialog import QueueDialog
from socplanner.wording.language import Words
from tests.support.plans import hybrid_plan

QUEUE = Queue(calls=200, minutes=3, within=20, answered=80)


@pytest.fixture
def plan() -> Plan:
    """Return a plan with two posts, of which the second has a queue."""
    plan = hybrid_plan()
    party = plan.parties[0].id
    for post in (
        Post("watch", LocalText("監視", "Watch"), party, "24x365", 2),
        Post("desk", LocalText("受付", "Desk"), party, "平日 9:00-18:00", 3, queue=QUEUE),
    ):
        plan = AddPost(post).apply(plan)
    return plan


def shown(dialog: QueueDialog) -> list[list[str]]:
    """Return the texts of the table."""
    rows, columns = range(dialog.table.rowCount()), range(dialog.table.columnCount())
    items = [[dialog.table.item(row, column) for column in columns] for row in rows]
    return [[item.text() for item in row if item is not None] for row in items]


def test_the_needed_seats_stand_among_their_neighbours(
    qtbot: QtBot, plan: Plan, words: Words
) -> None:
    dialog = QueueDialog(plan, "desk", words)
    qtbot.addWidget(dialog)
    assert dialog.posts.currentData() == "desk"
    rows = shown(dialog)
    assert [row[0] for row in rows] == ["13", "14", "15", "16"]
    assert rows[1] == ["14", "88.8 %", "7.8", "71.4 %"]
    needed = dialog.table.item(1, 0)
    assert needed is not None
    assert needed.font().bold()
    assert "the queue needs: 14. The post states 3: all" in dialog.needed_label.text()


def test_people_who_are_busy_too_long_are_marked(qtbot: QtBot, plan: Plan, words: Words) -> None:
    dialog = QueueDialog(plan, "desk", words)
    qtbot.addWidget(dialog)
    dialog.fields["within"].setValue(600)
    assert "(too much)" in shown(dialog)[0][3]


def test_another_post_begins_with_a_usual_queue(qtbot: QtBot, plan: Plan, words: Words) -> None:
    dialog = QueueDialog(plan, "watch", words)
    qtbot.addWidget(dialog)
    post = dialog.edit.apply(plan).staffing.post("watch")
    assert post is not None
    assert post.queue == dialog.queue
    assert post.seats == 2


def test_a_queue_that_is_not_changed_stays_as_the_file_has_it(
    qtbot: QtBot, plan: Plan, words: Words
) -> None:
    exact = Queue(calls=12.34, minutes=0.25, within=20, answered=80)
    post = plan.staffing.post("desk")
    assert post is not None
    plan = ChangePost(post._replace(queue=exact)).apply(plan)
    dialog = QueueDialog(plan, "desk", words)
    qtbot.addWidget(dialog)
    assert dialog.queue == exact


def test_a_queue_that_nothing_can_answer_is_explained_at_its_field(
    qtbot: QtBot, plan: Plan, words: Words
) -> None:
    dialog = QueueDialog(plan, "desk", words)
    qtbot.addWidget(dialog)
    dialog.fields["calls"].setValue(1_000_000)
    assert shown(dialog) == []
    dialog.accept()
    assert dialog.result() == 0
    assert "Even 1000 people" in dialog.errors.text(dialog.fields["calls"])


def test_what_is_wrong_is_not_cut_off(qtbot: QtBot, plan: Plan, words: Words) -> None:
    dialog = QueueDialog(plan, "desk", words)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.fields["calls"].setValue(1_000_000)
    lines = [each for each in dialog.findChildren(ErrorLine) if each.text()]
    assert len(lines) == 1
    qtbot.waitUntil(lambda: lines[0].height() >= lines[0].heightForWidth(lines[0].width()))
    assert dialog.fields["calls"].height() >= dialog.fields["calls"].sizeHint().height()


def test_changing_a_post_keeps_its_queue(qtbot: QtBot, plan: Plan, words: Words) -> None:
    dialog = PostDialog(plan.staffing.post("desk"), plan, words)
    qtbot.addWidget(dialog)
    dialog.seats.setValue(5)
    post = dialog.edit.apply(plan).staffing.post("desk")
    assert post is not None
    assert (post.seats, post.queue) == (5, QUEUE)
