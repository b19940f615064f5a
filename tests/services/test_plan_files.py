"""A plan is opened whole or refused with file and line, and never written over another's work."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.catalogue import Area, Catalogue
from socplanner.domain.duty_edits import MoveRoles
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.new_plan import NOW, NOW_NAME, NewPlanOptions, new_plan
from socplanner.domain.plan import Plan
from socplanner.services import files
from socplanner.services.file_problem import FileProblem
from socplanner.services.plan_files import OpenedPlan, is_changed_on_disk, open_plan, save_plan
from socplanner.wording import errors
from socplanner.wording.language import Words

A1 = RoleId("v2:A-1")


@pytest.fixture
def plan(catalogue: Catalogue) -> Plan:
    """Return a plan of one phase."""
    return new_plan(catalogue, "works", NewPlanOptions("髙橋 𠮷野 🏭 مصنع", "hybrid", NOW_NAME))


@pytest.fixture
def opened(plan: Plan, tmp_path: Path) -> OpenedPlan:
    """Return the plan, saved."""
    return save_plan(plan, tmp_path / "works.socplan")


def moved(plan: Plan) -> Plan:
    """Return `plan` with one role elsewhere."""
    return MoveRoles(PhaseId(NOW), frozenset({A1}), Area.IV).apply(plan)


def test_what_is_saved_is_opened_again(opened: OpenedPlan, plan: Plan) -> None:
    again = open_plan(opened.path)
    assert again == opened
    assert again.plan == plan


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_saving_twice_keeps_what_is_written_by_hand(
    opened: OpenedPlan, mark: bytes, line_end: bytes
) -> None:
    text = opened.path.read_bytes() + "# メモ\nx-own: 1\n".encode()
    opened.path.write_bytes(mark + text.replace(b"\n", line_end))
    by_hand = open_plan(opened.path)
    first = save_plan(moved(by_hand.plan), by_hand.path, by_hand)
    second = save_plan(by_hand.plan, by_hand.path, first)
    written = opened.path.read_bytes()
    assert written == mark + text.replace(b"\n", line_end)
    assert second.fingerprint == by_hand.fingerprint
    assert first.text == open_plan_of(first)


def open_plan_of(saved: OpenedPlan) -> object:
    """Return what reading the bytes of `saved` gives."""
    place = saved.path.with_name("again.socplan")
    place.write_bytes(saved.fingerprint.content)
    return open_plan(place).text


def test_a_file_changed_meanwhile_is_kept_unless_replacing_is_requested(opened: OpenedPlan) -> None:
    theirs = opened.path.read_bytes() + b"# theirs\n"
    opened.path.write_bytes(theirs)
    assert is_changed_on_disk(opened)
    with pytest.raises(FileProblem) as caught:
        save_plan(moved(opened.plan), opened.path, opened)
    assert caught.value.code == "file-changed"
    assert opened.path.read_bytes() == theirs
    messages = save_plan(moved(opened.plan), opened.path, opened, may_replace=True)
    assert open_plan(opened.path).plan == messages.plan == moved(opened.plan)


def test_a_file_that_went_meanwhile_is_written_again(opened: OpenedPlan) -> None:
    opened.path.unlink()
    save_plan(opened.plan, opened.path, opened)
    assert open_plan(opened.path).plan == opened.plan


def test_another_file_is_never_replaced_unasked(opened: OpenedPlan, plan: Plan) -> None:
    other = opened.path.with_name("other.socplan")
    other.write_bytes(b"theirs")
    for before in (None, opened):
        with pytest.raises(FileProblem) as caught:
            save_plan(plan, other, before)
        assert caught.value.code == "file-exists"
    assert other.read_bytes() == b"theirs"


def test_a_bad_text_is_reported_with_file_and_line(
    opened: OpenedPlan, words: Words, ja: Words
) -> None:
    text = opened.path.read_text(encoding="utf-8")
    line = text[: text.index("v2:A-1:")].count("\n") + 1
    opened.path.write_text(text.replace("v2:A-1:", "v2:A-111:"), encoding="utf-8")
    with pytest.raises(FileProblem) as caught:
        open_plan(opened.path)
    assert caught.value.line == line
    for each, messages in ((words, f"works.socplan, line {line}: "), (ja, f" {line}行目: ")):
        shown = errors.message_in_file(opened.path.name, line, caught.value.problem, each)
        assert shown.startswith("works.socplan")
        assert messages in shown


@given(data=st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_other_content_of_a_file_is_refused_with_a_message(
    tmp_path_factory: pytest.TempPathFactory, words: Words, data: bytes
) -> None:
    place = tmp_path_factory.mktemp("plans") / "any.socplan"
    place.write_bytes(data)
    with pytest.raises(FileProblem) as caught:
        open_plan(place)
    assert errors.message_in_file(place.name, caught.value.line, caught.value.problem, words)
    assert files.read(place) == data
