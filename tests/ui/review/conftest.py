"""A review to look through."""

import pytest

from socplanner.domain.new_plan import NOW
from socplanner.domain.plan import Plan
from socplanner.domain.reimport.review import Review, review
from tests.support.reimports import two_reimports


@pytest.fixture
def reviewed(plan: Plan) -> Review:
    """Return the review of two workbooks."""
    return review(plan, NOW, two_reimports(plan))
