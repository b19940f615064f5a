"""Two real processes and a foreign program on one plan file, in every order of read and write.

Each process reads the plan, edits it, writes it, and merges where that is refused. Whatever the
order, a save replaces only what its process has read: nothing is overwritten that nobody has seen.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from socplanner.domain.catalogue import Area, Catalogue
from socplanner.domain.new_plan import NOW_NAME, NewPlanOptions, new_plan
from socplanner.services.plan_files import open_plan, save_plan

PROCESS = """
import sys
from pathlib import Path
from socplanner.domain.catalogue import Area
from socplanner.domain.duty_edits import MoveRoles
from socplanner.domain.history import History
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.services.disk_changes import adopt_disk_change
from socplanner.services.document import Document
from socplanner.services.file_problem import FileProblem
from socplanner.services.plan_files import open_plan
from socplanner.services.plan_session import PlanSession
from socplanner.services import files

place, role = Path(sys.argv[1]), RoleId(sys.argv[2])
opened = open_plan(place)
document = Document(History.of(opened.plan))
session = PlanSession(document, opened)
replacing = files._replace

def pause(temporary, target):
    print("checked", flush=True)
    sys.stdin.readline()
    replacing(temporary, target)

print("ready", flush=True)
for line in sys.stdin:
    answer = "done"
    try:
        match line.strip():
            case "read":
                session.open(place)
                area = Area.I if document.plan.phases[0].changes[role].area is Area.IV else Area.IV
                document.perform(MoveRoles(PhaseId("now"), frozenset({role}), area))
            case "write":
                session.save()
            case "write slowly":
                files._replace = pause
                session.save()
            case "merge":
                adopt_disk_change(document, session)
    except FileProblem as problem:
        answer = problem.code
    finally:
        files._replace = replacing
    print(answer, flush=True)
"""
FIRST, SECOND = "v2:A-1", "v2:A-2"


class Other:
    """A process that edits one role of the plan."""

    def __init__(self, place: Path, role: str) -> None:
        """Start it."""
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROCESS, str(place), role],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        assert self.answer() == "ready"

    def send(self, command: str) -> None:
        """Let it do `command`, without waiting."""
        assert self.process.stdin is not None
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()

    def answer(self) -> str:
        """Wait for its answer."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def do(self, command: str) -> str:
        """Let it do `command`, and return its answer."""
        self.send(command)
        return self.answer()


@pytest.fixture
def place(catalogue: Catalogue, tmp_path: Path) -> Path:
    """Return the file of a plan."""
    plan = new_plan(catalogue, "works", NewPlanOptions("Works", "hybrid", NOW_NAME))
    path = tmp_path / "a.socplan"
    save_plan(plan, path)
    return path


@pytest.fixture
def others(qapp: object, place: Path) -> Iterator[dict[str, Other]]:
    """Return two processes that edit different roles."""
    processes = {role: Other(place, role) for role in (FIRST, SECOND)}
    yield processes
    for each in processes.values():
        each.process.kill()
        each.process.communicate()


ORDERS = sorted(set(permutations(["1 read", "1 write", "2 read", "2 write", "replace"])))
ORDERS = [
    order
    for order in ORDERS
    if order.index("1 read") < order.index("1 write")
    and order.index("2 read") < order.index("2 write")
]


def test_no_order_overwrites_what_was_not_read(place: Path, others: dict[str, Other]) -> None:
    assert len(ORDERS) == 30
    start = place.read_bytes()
    for order in ORDERS:
        place.write_bytes(start)
        seen: dict[str, bytes] = {}
        written: list[str] = []
        for step in order:
            if step == "replace":
                replace_elsewhere(place)
                written.append("elsewhere")
                continue
            role, command = {"1": FIRST, "2": SECOND}[step[0]], step[2:]
            before = place.read_bytes()
            answer = others[role].do(command)
            if command == "read":
                seen[role] = before
                assert answer == "done"
            elif seen[role] == before:
                assert answer == "done", order
                assert place.read_bytes() != before
                written.append(role)
            else:
                assert answer == "file-changed", order
                assert place.read_bytes() == before
                assert others[role].do("merge") == "done"
                assert place.read_bytes() == before
                assert others[role].do("write") == "done"
                written.append(role)
        assert_all_changes(place, start, order, written)


def replace_elsewhere(place: Path) -> None:
    """Replace the file as an editor or a share does, in one step."""
    temporary = place.with_name("temporary")
    data = place.read_bytes()
    assert b"organisation: Works" in data
    temporary.write_bytes(data.replace(b"organisation: Works", b"organisation: Theirs"))
    os.replace(temporary, place)  # noqa: PTH105 as other programs do


def assert_all_changes(
    place: Path, start: bytes, order: tuple[str, ...], written: list[str]
) -> None:
    """Assert that the file has the change of each side, and no conflict."""
    assert sorted(written) == sorted([FIRST, SECOND, "elsewhere"])
    plan = open_plan(place).plan
    begun = place.with_name("start.socplan")
    begun.write_bytes(start)
    before = open_plan(begun).plan
    assert plan.organisation == "Theirs", order
    changes = plan.phases[0].changes
    moved = {role for role in changes if changes[role] != before.phases[0].changes[role]}
    assert moved == {FIRST, SECOND}, order
    assert not plan.conflicts


def test_a_save_waits_while_another_one_is_between_check_and_replacement(
    place: Path, others: dict[str, Other]
) -> None:
    first, second = others[FIRST], others[SECOND]
    assert (first.do("read"), second.do("read")) == ("done", "done")
    assert first.do("write slowly") == "checked"
    second.send("write")
    before = place.read_bytes()
    first.send("go on")
    assert first.answer() == "done"
    assert second.answer() == "file-changed"
    assert place.read_bytes() != before
    assert (second.do("merge"), second.do("write")) == ("done", "done")
    assert open_plan(place).plan.conflicts == ()


def test_both_changing_the_same_is_a_conflict_and_no_loss(
    place: Path, others: dict[str, Other]
) -> None:
    first = others[FIRST]
    assert first.do("read") == "done"
    opened = open_plan(place)
    role = next(each for each in opened.plan.roles() if each.id == FIRST)
    phase = opened.plan.phases[0]
    changes = dict(phase.changes)
    changes[role.id] = replace(changes[role.id], area=Area.II)
    theirs = replace(opened.plan, phases=(replace(phase, changes=changes),))
    save_plan(theirs, place, opened)
    assert first.do("write") == "file-changed"
    assert (first.do("merge"), first.do("write")) == ("done", "done")
    assert len(open_plan(place).plan.conflicts) == 1
