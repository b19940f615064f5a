"""A change of weights touches its own lines of the file; what people wrote beside them is kept."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.phase_edits import RenameOrganisation
from socplanner.domain.weight_edits import SetWeights
from socplanner.formats.plan.plan_yaml import dumps, loads
from socplanner.services.catalogues import catalogue_of

PLACE = Path(__file__).parents[2] / "golden" / "plans" / "weights.socplan"
TEXT = PLACE.read_text("utf-8")
OPENED = loads(TEXT.encode(), catalogue_of)
PLAN = OPENED.plan
WEIGHTS = {"B": 2, "D": 3, "v2:B-1": 1, "v2:I-1": 9}
KEYS = [*PLAN.catalogue.function_by_code, *(role.id for role in PLAN.roles())]


def test_an_unedited_plan_keeps_its_bytes() -> None:
    assert dict(PLAN.weights) == WEIGHTS
    assert dumps(PLAN, OPENED) == TEXT.encode()
    assert loads(dumps(PLAN), catalogue_of).plan == PLAN


def test_another_edit_keeps_the_weights_as_they_are_written() -> None:
    after = RenameOrganisation("Other").apply(PLAN)
    assert dumps(after, OPENED).decode() == TEXT.replace("Works", "Other")


@pytest.mark.parametrize(
    ("weights", "gone", "added"),
    [
        ({**WEIGHTS, "v2:I-1": 8}, "    v2:I-1: 9     #", "    v2:I-1: '8'     #"),
        (
            {**WEIGHTS, "D": 4},
            "  functions: {D: 3, B: '2', x-todo: more of them}\n",
            "  functions:\n    B: '2'\n    D: '4'\n    x-todo: more of them\n",
        ),
    ],
)
def test_a_changed_weight_changes_its_line_alone(
    weights: dict[str, int], gone: str, added: str
) -> None:
    written = dumps(SetWeights(weights).apply(PLAN), OPENED).decode()
    assert written == TEXT.replace(gone, added)


def test_without_weights_the_section_is_gone_and_nothing_else() -> None:
    written = dumps(SetWeights({}).apply(PLAN), OPENED).decode()
    start, end = TEXT.index("weights:\n"), TEXT.index("# end")
    assert written == TEXT[:start] + TEXT[end:]


@given(st.dictionaries(st.sampled_from(KEYS), st.integers(0, 9), max_size=8))
def test_any_weights_are_read_as_they_were_written(weights: dict[str, int]) -> None:
    after = SetWeights(weights).apply(PLAN)
    assert loads(dumps(after, OPENED), catalogue_of).plan.weights == after.weights
    assert loads(dumps(after), catalogue_of).plan == after
