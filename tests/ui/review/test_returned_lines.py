"""The lines of a review: by party or role, with what is imported of each group."""

from collections.abc import Sequence

import pytest

from socplanner.domain.duty_values import DutyAddress
from socplanner.domain.plan import Plan
from socplanner.domain.reimport.review import Difference, Review
from socplanner.services.i18n import words_for
from socplanner.ui.lines.line_source import Side
from socplanner.ui.review.choices import Choices
from socplanner.ui.review.returned_lines import Grouping, ReturnedSource
from tests.support.reimports import CONFLICT, DISPUTED, NOTED, PLAIN, TOPIC, other


@pytest.fixture
def choices() -> Choices:
    """Return choices before any was made."""
    return Choices()


@pytest.fixture
def source(reviewed: Review, choices: Choices) -> ReturnedSource:
    """Return the lines by party."""
    return ReturnedSource(reviewed, choices, Grouping.PARTY, words_for("en"))


def line_of(source: ReturnedSource, address: DutyAddress) -> Difference:
    """Return the line about `address`."""
    return next(line for group in source.groups for line in group.lines if line.address == address)


def titles(source: ReturnedSource) -> Sequence[str]:
    """Return the titles of the groups."""
    return [source.group_text(group) for group in source.groups]


def test_groups_are_parties_with_how_much_of_them_is_imported(source: ReturnedSource) -> None:
    assert titles(source) == [
        "CSIRT   (1 of 2)",
        "IT operations   (0 of 2)",
        "The roles themselves   (1 of 1)",
    ]


def test_by_role_groups_are_roles(reviewed: Review, choices: Choices) -> None:
    source = ReturnedSource(reviewed, choices, Grouping.ROLE, words_for("en"))
    assert [title[:3] for title in titles(source)] == ["A-1", "B-1", "C-1"]
    assert source.texts(line_of(source, PLAIN))[0] == "CSIRT"


def test_a_sure_change_is_theirs_until_it_is_left_out(
    source: ReturnedSource, choices: Choices
) -> None:
    line = line_of(source, PLAIN)
    assert source.side(line) is Side.THEIRS
    choices.choose(line, None)
    assert source.side(line) is Side.OURS


def test_a_conflict_is_open_until_the_planner_decides(
    source: ReturnedSource, choices: Choices
) -> None:
    line = line_of(source, CONFLICT)
    assert source.side(line) is Side.OPEN
    assert source.can_choose(line, Side.THEIRS)
    choices.choose(line, None)
    assert source.side(line) is Side.OURS


def test_no_switch_decides_a_disagreement_or_what_waits_for_an_answer(
    source: ReturnedSource, choices: Choices
) -> None:
    disputed, waiting = line_of(source, DISPUTED), line_of(source, TOPIC)
    assert not source.can_choose(disputed, Side.THEIRS)
    assert source.can_choose(disputed, Side.OURS)
    assert not any(source.can_choose(waiting, side) for side in Side)
    assert not source.choice(waiting).is_open
    choices.choose(disputed, "R")
    assert source.side(disputed) is Side.THEIRS
    assert source.choice(disputed).chosen == 1


def test_a_line_has_the_values_now_returned_and_exported(
    source: ReturnedSource, plan: Plan
) -> None:
    texts = source.texts(line_of(source, DISPUTED))
    assert texts[3] == "R / C"
    assert texts[5:] == ("The files disagree", "CSIRT.xlsx, IT.xlsx")
    assert source.texts(line_of(source, PLAIN))[3] == other(plan, PLAIN)
    assert source.texts(line_of(source, NOTED))[1] == "(empty)"
