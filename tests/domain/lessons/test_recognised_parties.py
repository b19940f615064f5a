"""Parties that prompts recognise by name or id, and names that only look like them."""

from dataclasses import replace

import pytest

from socplanner.domain.ids import PartyId
from socplanner.domain.lessons.recognised_parties import recognised
from socplanner.domain.local_text import LocalText
from socplanner.domain.plan import Party
from tests.support.plans import sample


def named(name: str, kind: str = "internal") -> Party:
    """Return a party with this name."""
    return Party(PartyId("x"), kind, LocalText.same(name))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "name", "is_recognised"),
    [
        ("csirt", "桐沢CSIRT", True),
        ("csirt", "Circuit design", False),
        ("legal", "総務人事課（法務・広報）", True),
        ("legal", "Illegal trade office", False),
        ("pr", "総務人事課（法務・広報）", True),
        ("pr", "Public relations", True),
        ("pr", "Production", False),
        ("sites", "第二工場", True),
        ("sites", "Plant Nagoya", True),
        ("sites", "Planning", False),
        ("sites", "システム会社（グループ会社）", True),
    ],
)
def test_a_name_is_recognised(kind: str, name: str, is_recognised: bool) -> None:
    plan = replace(sample("bank"), parties=(named(name),))
    assert bool(recognised(plan, kind)) is is_recognised


def test_an_authority_is_never_recognised() -> None:
    plan = replace(sample("bank"), parties=(named("National CSIRT", "authority"),))
    assert recognised(plan, "csirt") == ()
