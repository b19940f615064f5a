"""Real git with the settings of `git-setup`: merge, rebase, cherry-pick and diff of plans."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from socplanner.domain.duty_edits import SetNote
from socplanner.domain.ids import RoleId
from socplanner.domain.plan import Plan
from socplanner.services import git_setup
from socplanner.services.file_problem import FileProblem
from socplanner.services.git_setup import ATTRIBUTES, IGNORED, git_settings, program_command
from socplanner.services.plan_files import open_plan, save_plan
from socplanner.services.use_mark import mark_place
from tests.cli.conftest import Run
from tests.support.plans import hybrid_plan

ROOT = Path(__file__).parents[2]
PLAN = hybrid_plan()
NOW = PLAN.phases[0].id
ROLES = [role.id for role in PLAN.catalogue.roles]


class Repository:
    """A repository with one plan, in which plans are merged by this program."""

    def __init__(self, folder: Path) -> None:
        """Begin with the plan committed on main."""
        self.folder, self.path = folder, folder / "plan.socplan"
        folder.mkdir()
        inherited = (key for key in os.environ if not key.startswith(("GIT_", "XDG_")))
        self.environment = {
            **{key: os.environ[key] for key in inherited},
            "GIT_CONFIG_GLOBAL": str(folder.parent / "gitconfig"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "HOME": str(folder.parent),
            "LC_ALL": "C",
            "PYTHONPATH": str(ROOT),
        }
        self.git("init", "-q", "-b", "main")
        self.git("config", "user.name", "Planner")
        self.git("config", "user.email", "planner@example.com")
        self.program("git-setup")
        self.commit(PLAN)

    def git(self, *arguments: str, may_fail: bool = False) -> str:
        """Run git and return its output."""
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        assert may_fail or done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def program(self, *arguments: str) -> str:
        """Run this program in the repository and return its output."""
        done = subprocess.run(
            [sys.executable, "-m", "socplanner", *arguments, "--language", "en"],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
        return done.stdout

    def commit(self, plan: Plan) -> None:
        """Write `plan` as a planner who saves, and commit it."""
        before = open_plan(self.path) if self.path.exists() else None
        save_plan(plan, self.path, before)
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "Plan")

    @property
    def plan(self) -> Plan:
        """The plan in the folder."""
        return open_plan(self.path).plan


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Return a repository in which plans are merged."""
    return Repository(tmp_path / "repository")


def noted(plan: Plan, *notes: tuple[RoleId, str]) -> Plan:
    """Return `plan` with notes of roles."""
    for role, text in notes:
        plan = SetNote(NOW, frozenset({role}), text).apply(plan)
    return plan


@pytest.mark.parametrize("command", ["merge", "rebase", "cherry-pick"])
def test_independent_changes_of_two_planners_combine(repository: Repository, command: str) -> None:
    repository.git("checkout", "-q", "-b", "colleague")
    repository.commit(noted(PLAN, (ROLES[0], "theirs")))
    repository.git("checkout", "-q", "main")
    repository.commit(noted(PLAN, (ROLES[1], "ours")))
    if command == "merge":
        repository.git("merge", "-q", "-m", "Merge", "colleague")
    else:
        repository.git(command, "colleague")
    assert repository.plan == noted(PLAN, (ROLES[0], "theirs"), (ROLES[1], "ours"))
    assert repository.git("status", "--porcelain") == ""


def test_a_conflict_stops_git_and_the_plan_opens_with_both_values(repository: Repository) -> None:
    repository.git("checkout", "-q", "-b", "colleague")
    repository.commit(noted(PLAN, (ROLES[0], "theirs"), (ROLES[2], "more")))
    repository.git("checkout", "-q", "main")
    repository.commit(noted(PLAN, (ROLES[0], "ours")))
    repository.git("merge", "-q", "-m", "Merge", "colleague", may_fail=True)
    assert repository.git("status", "--porcelain").startswith("UU plan.socplan")
    (conflict,) = repository.plan.conflicts
    assert (conflict.ours, conflict.theirs) == ('"ours"', '"theirs"')
    assert replace(repository.plan, conflicts=()) == noted(
        PLAN, (ROLES[0], "ours"), (ROLES[2], "more")
    )
    repository.commit(replace(repository.plan, conflicts=()))
    assert repository.git("status", "--porcelain") == ""


@pytest.mark.parametrize("seed", range(3))
def test_histories_of_many_changes_end_with_all_of_them(repository: Repository, seed: int) -> None:
    dice = Random(seed)
    ours, theirs = dice.sample(ROLES, 12)[:6], []
    theirs = [role for role in ROLES if role not in ours][:6]
    repository.git("checkout", "-q", "-b", "colleague")
    plan = PLAN
    for role in theirs:
        plan = noted(plan, (role, f"theirs {role}"))
        repository.commit(plan)
    repository.git("checkout", "-q", "main")
    plan = PLAN
    for role in ours:
        plan = noted(plan, (role, f"ours {role}"))
        repository.commit(plan)
        if dice.random() < 0.3:
            repository.git("merge", "-q", "-m", "Merge", f"colleague~{dice.randrange(3)}")
            plan = repository.plan
    repository.git("merge", "-q", "-m", "Merge", "colleague")
    expected = [(role, f"ours {role}") for role in ours]
    expected += [(role, f"theirs {role}") for role in theirs]
    assert repository.plan == noted(PLAN, *expected)


def test_git_diff_shows_facts_in_words(repository: Repository) -> None:
    save_plan(noted(PLAN, (ROLES[0], "later")), repository.path, open_plan(repository.path))
    shown = repository.git("diff")
    assert "+Phases › Now › Duties › A-1 Overall policy management › Note: later" in shown


@pytest.mark.parametrize("is_installed", [True, False])
def test_nothing_that_lies_in_a_repository_is_run(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, is_installed: bool
) -> None:
    """Git starts the program in the repository, where a stranger may have put modules."""
    if not is_installed:
        monkeypatch.setattr(git_setup, "_is_installed", lambda: False)
        for name, value in git_settings(program_command()).items():
            repository.git("config", name, value)
    del repository.environment["PYTHONPATH"]
    hostile = f"open({str(repository.folder / 'ran')!r}, 'w').close()\n"
    for name in ("yaml.py", "sitecustomize.py", "usercustomize.py", "socplanner/__init__.py"):
        place = repository.folder / name
        place.parent.mkdir(exist_ok=True)
        place.write_text(hostile, "utf-8")
    repository.git("checkout", "-q", "-b", "colleague")
    repository.commit(noted(PLAN, (ROLES[0], "theirs")))
    repository.git("checkout", "-q", "main")
    repository.commit(noted(PLAN, (ROLES[1], "ours")))
    repository.git("merge", "-q", "-m", "Merge", "colleague")
    assert "Note: theirs" in repository.git("log", "-p")
    assert repository.plan == noted(PLAN, (ROLES[0], "theirs"), (ROLES[1], "ours"))
    assert not (repository.folder / "ran").exists()


@pytest.mark.parametrize("damage", [b"kind: internal", b"\xff\xfe\x00", b"<<<<<<< ours\n"])
def test_a_version_that_cannot_be_read_is_shown_as_it_is(
    repository: Repository, damage: bytes
) -> None:
    other = repository.folder / "notes.txt"
    other.write_text("one\n", "utf-8")
    repository.commit(PLAN)
    other.write_text("two\n", "utf-8")
    content = repository.path.read_bytes()
    repository.path.write_bytes(content.replace(b"kind: internal", damage + b"l", 1))
    shown = repository.git("diff")
    assert "+# .socplan" in shown
    assert "+two" in shown


def test_the_name_of_a_plan_may_begin_with_a_hyphen(repository: Repository) -> None:
    repository.git("mv", "--", "plan.socplan", "-p.socplan")
    repository.path = repository.folder / "-p.socplan"
    repository.git("checkout", "-q", "-b", "colleague")
    repository.commit(noted(PLAN, (ROLES[0], "theirs")))
    repository.git("checkout", "-q", "main", "--")
    repository.git("mv", "--", "plan.socplan", "-p.socplan")
    repository.commit(noted(PLAN, (ROLES[1], "ours")))
    repository.git("merge", "-q", "-m", "Merge", "colleague")
    assert repository.plan == noted(PLAN, (ROLES[0], "theirs"), (ROLES[1], "ours"))
    assert "Note: theirs" in repository.git("log", "-p")


@pytest.mark.parametrize("is_damaged", [True, False])
def test_what_cannot_be_combined_is_merged_as_text_with_marks(
    repository: Repository, is_damaged: bool
) -> None:
    repository.git("checkout", "-q", "-b", "colleague")
    if is_damaged:
        text = repository.path.read_text("utf-8")
        repository.path.write_text(text.replace("kind: internal", "kind: theirs", 1), "utf-8")
        repository.git("commit", "-q", "-a", "-m", "Damage")
    else:
        repository.commit(replace(PLAN, id="theirs"))
    repository.git("checkout", "-q", "main")
    ours = replace(PLAN, id="ours")
    save_plan(ours, repository.path, open_plan(repository.path))
    if is_damaged:
        text = repository.path.read_text("utf-8")
        repository.path.write_text(text.replace("kind: internal", "kind: ours", 1), "utf-8")
    repository.git("commit", "-q", "-a", "-m", "Ours")
    done = repository.git("merge", "-q", "-m", "Merge", "colleague", may_fail=True)
    text = repository.path.read_text("utf-8")
    assert "<<<<<<< ours" in text
    assert "theirs" in text
    assert ".merge_file" not in done
    with pytest.raises(FileProblem):
        open_plan(repository.path)


def test_git_pushes_no_saved_version_out(repository: Repository) -> None:
    test_independent_changes_of_two_planners_combine(repository, "rebase")
    folder = Path(repository.environment["HOME"]) / ".local" / "share" / "socplanner" / "versions"
    assert not folder.exists()


def test_a_bare_repository_has_nothing_to_merge(run: Run) -> None:
    subprocess.run(["git", "init", "-q", "--bare", "."], check=True)
    done = run("git-setup", "--language", "en")
    assert done.code == 2
    assert "has no files to merge" in done.refused


def test_what_was_set_up_is_named_and_can_be_removed(repository: Repository) -> None:
    attributes = repository.folder / ".gitattributes"
    attributes.write_text(f"*.png binary\n{ATTRIBUTES}", "utf-8")
    assert "nothing to change" in repository.program("git-setup")
    removed = repository.program("git-setup", "--remove")
    assert ATTRIBUTES in removed
    assert attributes.read_text("utf-8") == "*.png binary\n"
    assert "socplanner" not in repository.git("config", "--local", "--list")
    again = repository.program("git-setup")
    assert "merge.socplanner.driver = " in again
    assert attributes.read_text("utf-8") == f"*.png binary\n{ATTRIBUTES}\n"


def test_the_mark_of_an_open_plan_is_ignored(repository: Repository) -> None:
    mark_place(repository.path).write_bytes(b"{}")
    assert repository.git("status", "--porcelain") == ""
    repository.program("git-setup", "--remove")
    assert mark_place(repository.path).name in repository.git("status", "--porcelain")


def test_all_repositories_of_a_user_are_set_up_at_once(repository: Repository) -> None:
    repository.program("git-setup", "--remove")
    repository.program("git-setup", "--global")
    home = Path(repository.environment["HOME"])
    attributes = home / ".config" / "git" / "attributes"
    assert attributes.read_text("utf-8") == f"{ATTRIBUTES}\n"
    assert " merge --git-path=%P -- %O %A %B" in (home / "gitconfig").read_text("utf-8")
    ignored = home / ".config" / "git" / "ignore"
    assert ignored.read_text("utf-8") == f"{IGNORED}\n"
    repository.program("git-setup", "--global", "--remove")
    assert not attributes.exists()
    assert not ignored.exists()


def test_outside_a_repository_the_remedy_is_named(run: Run, tmp_path: Path) -> None:
    done = run("git-setup", "--language", "en")
    assert done.code == 2
    assert "There is no git repository at" in done.refused
