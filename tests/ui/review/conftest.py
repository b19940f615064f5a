"""A review to look through."""

import pytest

from socplanner.domain.new_plan import NOW
from socplanner.domain.plan import Plan
from socplanner.domain.reimport.review import Review, review
from tests.support.returned import two_returned


@pytest.fixture
def reviewed(plan: Plan) -> Review:
    """Return the review of two workbooks."""
    return review(plan, NOW, two_returned(plan))
