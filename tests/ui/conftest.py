"""What every test of the window begins with: a plan, and the objects that share it."""

from dataclasses import replace

import pytest

from socplanner.domain.catalogue import Catalogue
from socplanner.domain.checks.run import check_plan
from socplanner.domain.history import History
from socplanner.domain.local_text import LocalText
from socplanner.domain.new_plan import NewPlanOptions, new_plan
from socplanner.domain.plan import Plan
from socplanner.domain.waivers import Waiver
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.tally import Tally
from socplanner.services.translator import Translator
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.viewpoint import Viewpoint
from tests.support.contexts import context_of


@pytest.fixture
def plan(catalogue: Catalogue) -> Plan:
    """Return a plan of two phases: hybrid now, full insource as the target."""
    beginning = NewPlanOptions(
        "Sample Works",
        "hybrid",
        LocalText("現状", "Now"),
        "full-insource",
        LocalText("目標", "Target"),
    )
    return without_findings(new_plan(catalogue, "sample", beginning))


def without_findings(plan: Plan) -> Plan:
    """Return `plan` with all that is said of it at first waived: what comes up is new."""
    result = (each.subject for each in check_plan(plan))
    return replace(plan, waivers=tuple(Waiver(*subject, reason="as usual") for subject in result))


@pytest.fixture
def document(qapp: object, plan: Plan) -> Document:
    """Return a document that holds the plan."""
    return Document(History.of(plan))


@pytest.fixture
def viewpoint(document: Document) -> Viewpoint:
    """Return a look at the first phase."""
    return Viewpoint(document)


@pytest.fixture
def checking(document: Document) -> Checking:
    """Return the findings of the plan."""
    return Checking(document)


@pytest.fixture
def tally(document: Document) -> Tally:
    """Return the counts of the plan."""
    return Tally(document)


@pytest.fixture
def translator(qapp: object) -> Translator:
    """Return a translator that speaks English."""
    return Translator(words_for("en"))


@pytest.fixture
def context(
    document: Document, viewpoint: Viewpoint, checking: Checking, translator: Translator
) -> PlanContext:
    """Return what views and panels work with."""
    return context_of(document, translator, viewpoint, checking)
