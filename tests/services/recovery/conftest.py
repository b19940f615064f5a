"""A plan in a file, and the folder of journals."""

from pathlib import Path

import pytest

from socplanner.domain.catalogue import Area
from socplanner.domain.duty_edits import MoveRoles
from socplanner.domain.history import History
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.plan import Plan
from socplanner.services.document import Document
from socplanner.services.plan_files import OpenedPlan, open_plan, save_plan
from socplanner.services.plan_session import PlanSession
from tests.support.plans import hybrid_plan

NOW, A1, B1 = PhaseId("now"), RoleId("v2:A-1"), RoleId("v2:B-1")


def moved(role: RoleId = A1, area: Area = Area.IV) -> MoveRoles:
    """Return an edit that moves `role`."""
    return MoveRoles(NOW, frozenset({role}), area)


@pytest.fixture
def plan() -> Plan:
    """Return a plan of the 54 roles."""
    return hybrid_plan()


@pytest.fixture
def opened(plan: Plan, tmp_path: Path) -> OpenedPlan:
    """Return a plan that was opened from a file."""
    save_plan(plan, tmp_path / "works.socplan")
    return open_plan(tmp_path / "works.socplan")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of journals, which is not there yet."""
    return tmp_path / "data" / "recovery"


@pytest.fixture
def document(qapp: object, opened: OpenedPlan) -> Document:
    """Return a document with the opened plan."""
    return Document(History.of(opened.plan))


@pytest.fixture
def session(document: Document, opened: OpenedPlan) -> PlanSession:
    """Return the session of the document, with its file."""
    return PlanSession(document, opened)
