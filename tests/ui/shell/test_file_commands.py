"""The File menu: nothing is lost whatever is answered, and every fault has a way on."""

from pathlib import Path

import pytest

from socplanner.domain.catalogue import Area
from socplanner.domain.duty_edits import MoveRoles
from socplanner.domain.ids import RoleId
from socplanner.domain.new_plan import NOW, NOW_NAME, NewPlanOptions
from socplanner.services import files
from socplanner.services.document import Document
from socplanner.services.file_problem import refused
from socplanner.services.plan_files import open_plan
from socplanner.services.plan_session import PlanSession
from socplanner.services.settings_store import SettingsStore
from socplanner.services.translator import Translator
from socplanner.ui.dialogs.message import Answer
from socplanner.ui.kit.notice import Notice
from socplanner.ui.shell.file_commands import FileCommands
from tests.support.scripted_questions import ScriptedQuestions

EDIT = MoveRoles(NOW, frozenset({RoleId("v2:A-1")}), Area.IV)
OTHER_EDIT = MoveRoles(NOW, frozenset({RoleId("v2:A-1")}), Area.III)
THEIRS = b"somebody else's\n"


class Desk:
    """Everything the commands work with, and the folder they work in."""

    def __init__(self, document: Document, translator: Translator, folder: Path) -> None:
        """Work in `folder`."""
        self.document = document
        self.session = PlanSession(document)
        self.log: list[str] = []
        self.store = SettingsStore(folder / "settings.json", self.log.append)
        self.questions = ScriptedQuestions(translator)
        self.commands = FileCommands(document, self.session, translator, self.store, self.questions)
        self.status_message: list[str] = []
        self.leavings = 0
        self.notices: list[Notice] = []
        self.commands.status_message.connect(self.status_message.append)
        self.commands.noticed.connect(self.notices.append)
        self.commands.close_approved.connect(self._on_left)
        self.place = folder / "a.socplan"
        self.other = folder / "b.yaml"

    def answer(self, *answers: object) -> None:
        """Answer the next questions so."""
        self.questions.answers += answers

    def save_first(self) -> None:
        """Give the plan a file, and change it afterwards."""
        self.session.save_as(self.place)
        self.document.perform(EDIT)

    @property
    def codes(self) -> list[str]:
        """What was asked."""
        assert not self.questions.answers, "fewer questions than foreseen"
        return self.questions.questions

    def _on_left(self) -> None:
        self.leavings += 1


@pytest.fixture
def desk(document: Document, translator: Translator, tmp_path: Path) -> Desk:
    """Return a desk with a plan that is saved nowhere and was not edited."""
    folder = tmp_path / "plans"
    folder.mkdir()
    return Desk(document, translator, folder)


def test_the_first_save_suggests_a_file_named_after_the_organisation(desk: Desk) -> None:
    desk.document.perform(EDIT)
    desk.answer(desk.place)
    assert desk.commands.save()
    assert desk.questions.subjects[0].name == "Sample Works.socplan"
    assert open_plan(desk.place).plan == desk.document.plan
    assert desk.document.is_saved
    assert desk.status_message == ["Saved: a.socplan"]


def test_the_second_save_shows_no_question(desk: Desk) -> None:
    desk.save_first()
    assert desk.commands.save()
    assert desk.codes == []
    assert open_plan(desk.place).plan == desk.document.plan


def test_what_is_still_being_typed_is_saved_too(desk: Desk) -> None:
    desk.save_first()
    desk.document.set_pending("name", OTHER_EDIT)
    assert not desk.document.is_saved
    assert desk.commands.save()
    assert open_plan(desk.place).plan == OTHER_EDIT.apply(desk.document.plan)


def test_saving_as_is_from_then_on_the_other_file(desk: Desk) -> None:
    desk.save_first()
    desk.answer(desk.other)
    assert desk.commands.save_as()
    assert desk.session.path == desk.other
    assert desk.store.settings.recent == (str(desk.other),)
    assert desk.store.settings.last_folder == str(desk.other.parent)


def test_an_existing_file_is_replaced_only_when_agreed_to(desk: Desk) -> None:
    desk.other.write_bytes(THEIRS)
    desk.answer(desk.other, False, None)
    assert not desk.commands.save_as()
    assert desk.codes == ["file to save", "existing", "file to save"]
    assert desk.other.read_bytes() == THEIRS
    desk.answer(desk.other, True)
    assert desk.commands.save_as()
    assert open_plan(desk.other).plan == desk.document.plan


def test_saving_as_the_plans_file_is_a_save_and_confirms_replacing_changes_on_disk(
    desk: Desk,
) -> None:
    desk.save_first()
    desk.place.write_bytes(THEIRS)
    desk.answer(desk.place, Answer.CANCEL)
    assert not desk.commands.save_as()
    assert desk.codes == ["file to save", "changed on disk"]
    assert desk.place.read_bytes() == THEIRS


@pytest.mark.parametrize("answer", [Answer.CANCEL, Answer.SAVE_AS])
def test_a_file_changed_on_disk_is_kept(desk: Desk, answer: Answer) -> None:
    desk.save_first()
    desk.place.write_bytes(THEIRS)
    desk.answer(answer, *([desk.other] if answer is Answer.SAVE_AS else []))
    assert desk.commands.save() is (answer is Answer.SAVE_AS)
    assert desk.place.read_bytes() == THEIRS
    assert desk.document.is_saved is desk.other.exists() is (answer is Answer.SAVE_AS)


def test_a_file_changed_on_disk_is_replaced_after_confirmation(desk: Desk) -> None:
    desk.save_first()
    desk.place.write_bytes(THEIRS)
    desk.answer(Answer.OVERWRITE)
    assert desk.commands.save()
    assert open_plan(desk.place).plan == desk.document.plan


def test_a_file_changed_on_disk_is_opened_again_on_request(desk: Desk) -> None:
    desk.save_first()
    changed = desk.place.read_bytes().replace(b"Sample Works", b"Their Works")
    desk.place.write_bytes(changed)
    desk.answer(Answer.RELOAD)
    assert not desk.commands.save()
    assert desk.document.plan.organisation == "Their Works"
    assert desk.place.read_bytes() == changed


def test_reloading_what_is_no_plan_keeps_the_own_plan(desk: Desk) -> None:
    desk.save_first()
    desk.place.write_bytes(THEIRS)
    before = desk.document.plan
    desk.answer(Answer.RELOAD)
    assert not desk.commands.save()
    assert desk.codes == ["changed on disk", "told"]
    assert desk.document.plan is before
    assert desk.place.read_bytes() == THEIRS


def test_a_failed_save_can_be_tried_again_or_put_elsewhere_or_left(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.save_first()
    before = desk.place.read_bytes()

    def failing(path: Path, *_: object) -> None:
        raise refused(path, "disk-full")

    monkeypatch.setattr(files, "write_over", failing)
    desk.answer(Answer.RETRY, Answer.CANCEL)
    assert not desk.commands.save()
    assert desk.codes == ["failed write", "failed write"]
    assert desk.questions.subjects == ["disk-full", "disk-full"]
    assert not desk.document.is_saved
    desk.answer(Answer.SAVE_AS, desk.other)
    assert desk.commands.save()
    assert desk.session.path == desk.other
    assert desk.place.read_bytes() == before


def test_a_copy_leaves_the_plan_with_its_own_file(desk: Desk) -> None:
    desk.save_first()
    desk.answer(desk.other)
    assert desk.commands.save_copy()
    assert desk.questions.subjects[0].name == "a copy.socplan"
    assert desk.session.path == desk.place
    assert not desk.document.is_saved
    assert open_plan(desk.other).plan == desk.document.plan
    (notice,) = desk.notices
    assert notice.text == "Saved a copy: b.yaml"
    assert notice.remedy is not None
    notice.remedy.act()
    assert desk.questions.subjects[-1] == desk.other.parent


@pytest.mark.parametrize("answer", [Answer.CANCEL, Answer.SAVE])
@pytest.mark.parametrize("command", ["new", "open", "leave"])
def test_changes_are_never_left_behind_unasked(desk: Desk, command: str, answer: Answer) -> None:
    """Nor where saving them is called off."""
    desk.document.perform(EDIT)
    before = desk.document.plan
    desk.answer(answer, *([None] if answer is Answer.SAVE else []))
    getattr(desk.commands, command)()
    assert desk.document.plan is before
    assert desk.leavings == 0


@pytest.mark.parametrize("command", ["open_path", "open_sample"])
def test_changes_are_not_left_behind_for_a_dropped_file_either(desk: Desk, command: str) -> None:
    desk.save_first()
    desk.answer(Answer.CANCEL)
    before = desk.document.plan
    getattr(desk.commands, command)(str(desk.place))
    assert desk.document.plan is before


def test_a_saved_plan_is_left_unasked(desk: Desk) -> None:
    desk.commands.leave()
    assert desk.codes == []
    assert desk.leavings == 1


@pytest.mark.parametrize("answer", [Answer.DISCARD, Answer.SAVE])
def test_leaving_saves_or_discards_as_answered(desk: Desk, answer: Answer) -> None:
    desk.save_first()
    before = desk.place.read_bytes()
    desk.answer(answer)
    desk.commands.leave()
    assert desk.leavings == 1
    assert (desk.place.read_bytes() == before) is (answer is Answer.DISCARD)


def test_a_plan_is_opened_and_remembered(desk: Desk) -> None:
    desk.save_first()
    desk.answer(Answer.DISCARD, desk.place)
    desk.commands.open()
    assert desk.document.is_saved
    assert desk.store.settings.last_plan == str(desk.place)
    assert desk.questions.subjects[-1].is_dir()


def test_a_file_that_cannot_be_opened_is_reported_and_the_open_plan_stays(desk: Desk) -> None:
    desk.other.write_bytes(THEIRS)
    before = desk.document.plan
    desk.commands.open_path(str(desk.other))
    assert desk.codes == ["told"]
    assert desk.document.plan is before
    assert desk.store.settings.recent == ()


def test_a_missing_recent_file_is_removed_from_the_menu(desk: Desk) -> None:
    desk.store.change(lambda settings: settings.with_recent(desk.place))
    desk.commands.open_path(str(desk.place))
    assert desk.questions.subjects == ["file-missing"]
    assert desk.store.settings.recent == ()
    assert desk.store.settings.last_plan == ""


def test_a_new_plan_is_unsaved_and_has_no_file(desk: Desk) -> None:
    desk.session.save_as(desk.place)
    desk.answer(NewPlanOptions("Neue Werke", "hybrid", NOW_NAME))
    desk.commands.new()
    assert desk.document.plan.organisation == "Neue Werke"
    assert desk.document.plan.id.startswith("plan-")
    assert desk.session.path is None
    assert not desk.document.is_saved


def test_new_can_be_called_off(desk: Desk) -> None:
    before = desk.document.plan
    desk.answer(None)
    desk.commands.new()
    assert desk.document.plan is before


def test_a_sample_chosen_instead_is_opened_without_a_file(desk: Desk) -> None:
    desk.session.save_as(desk.place)
    desk.answer(desk.place)
    desk.commands.new()
    assert desk.session.path is None
    assert desk.document.is_saved


def test_a_sample_that_cannot_be_opened_is_reported(desk: Desk) -> None:
    desk.commands.open_sample(str(desk.other))
    assert desk.codes == ["told"]
