"""The conditions of a row, over every combination of facts, beside the table spelt out again."""

from itertools import product

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.checks.row_conditions import (
    AREA_NUMBERS,
    SOURCING_NUMBERS,
    RowFacts,
    broken_variants,
)

FLAGS = (False, True)


def _every_row() -> list[RowFacts]:
    """Return facts of every kind of row, with those that no row can have."""
    return [
        RowFacts(SOURCING_NUMBERS[sourcing], AREA_NUMBERS[area], *counts, *flags)
        for sourcing in Sourcing
        for area in (Area.II, Area.UNPLACED)
        for counts in product(FLAGS, (0, 1, 2), FLAGS)
        for flags in product(FLAGS, repeat=5)
    ]


def _expected(row: RowFacts) -> set[str]:
    """Return what the table at the head of the module asks, without its formulas."""
    sourcing = tuple(Sourcing)[row.sourcing - 1]
    if sourcing is Sourcing.UNDECIDED:
        return {"R00 sourcing"}
    if row.area == AREA_NUMBERS[Area.UNPLACED]:
        return {"R00 area"}
    if sourcing is Sourcing.NOT_CARRIED_OUT:
        reasons = {"D02 performed-anyway": row.performed, "D02 no-reason": not row.explained}
        return {name for name, applies in reasons.items() if applies}
    if not row.filled:
        return {"R08 empty"}
    wants = {
        Sourcing.INSOURCE: (True, False),
        Sourcing.OUTSOURCE: (False, True),
        Sourcing.BOTH: (True, True),
    }
    inside, provider = wants[sourcing]
    left_alone = row.provider_performs and not row.inside_decides
    reasons = {
        "R01 none": row.accountable == 0,
        "R01 many": row.accountable > 1,
        "R02 none": not row.performed,
        "D01 provider-accountable": row.provider_accountable,
        "D01 nobody-inside": left_alone and not row.provider_accountable,
        "D02 provider-performs": row.provider_performs and not provider,
        "D02 internal-performs": row.inside_performs and not inside,
        "D02 no-internal": inside and not row.inside_performs,
        "D02 no-provider": provider and not row.provider_performs,
    }
    return {name for name, applies in reasons.items() if applies}


def test_every_combination_of_facts_breaks_what_the_table_says() -> None:
    for row in _every_row():
        assert {" ".join(each) for each in broken_variants(row)} == _expected(row), row


def test_a_variant_is_named_once() -> None:
    for row in _every_row():
        variants = broken_variants(row)
        assert len(set(variants)) == len(variants)
