"""The conditions of the rules of a row, as formulas: checks evaluate them, the workbook has them.

1. The stages are tried in order; only the rules of the first stage that applies to a row are
   evaluated.
2. A rule is broken in each variant whose condition is true of the facts of the row.
3. The conditions depend on the facts of a row only, all of which a workbook can count too.

| Sourcing | R01 | R02 | D01 | D02 |
|---|---|---|---|---|
| insource | checked | checked | checked | no provider performs; an internal party does |
| outsource | checked | checked | checked | a provider performs; no internal party does |
| both | checked | checked | checked | a provider and an internal party perform |
| not performed | | | | no party performs, and the note gives the reason (a warning) |
| undecided, or not placed | R00 alone: not decided yet | | | |
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.formula import (
    Constant,
    Formula,
    Input,
    Scalar,
    all_of,
    equal,
    evaluated,
    greater,
    negated,
    unequal,
)

SOURCING_ORDER = tuple(Sourcing)
AREA_ORDER = tuple(Area)
SOURCING_NUMBERS: Mapping[Sourcing, int] = {
    sourcing: number for number, sourcing in enumerate(SOURCING_ORDER, start=1)
}
AREA_NUMBERS: Mapping[Area, int] = {area: number for number, area in enumerate(AREA_ORDER, start=1)}
"""The numbers of sourcings and areas in formulas, from 1 as in the lists of a workbook."""


class RowFacts(NamedTuple):
    """The facts of a row that the conditions depend on; the inputs of the formulas by name."""

    sourcing: int
    area: int
    filled: bool
    """Whether a cell has a letter or the mark for undecided."""
    accountable: int
    """How many parties are accountable; 2 may stand for more."""
    performed: bool
    """Whether any party performs, an authority too."""
    inside_performs: bool
    provider_performs: bool
    provider_accountable: bool
    inside_decides: bool
    """Whether an internal party has a letter that is more than being informed."""
    explained: bool
    """Whether the note is more than blanks."""


class Variant(NamedTuple):
    """A variant of a rule; the rule is broken in it where `condition` is true."""

    name: str
    condition: Formula


class RowCondition(NamedTuple):
    """A rule with its variants, in the order of findings."""

    rule: str
    variants: tuple[Variant, ...]


class Stage(NamedTuple):
    """Rules that are evaluated where `applies` is true and no earlier stage applied."""

    applies: Formula
    conditions: tuple[RowCondition, ...]


_SOURCING, _AREA = Input("sourcing"), Input("area")
_ACCOUNTABLE, _PERFORMED = Input("accountable"), Input("performed")
_INSIDE, _PROVIDER = Input("inside_performs"), Input("provider_performs")
_PROVIDER_ACCOUNTABLE = Input("provider_accountable")

_UNDECIDED = equal(_SOURCING, SOURCING_NUMBERS[Sourcing.UNDECIDED])
_UNPLACED = equal(_AREA, AREA_NUMBERS[Area.UNPLACED])
_WANTS_INSIDE = unequal(_SOURCING, SOURCING_NUMBERS[Sourcing.OUTSOURCE])
_WANTS_PROVIDER = unequal(_SOURCING, SOURCING_NUMBERS[Sourcing.INSOURCE])
"""Used for decided roles that are performed, where three sourcings are possible."""

ALWAYS = Constant(value=True)

_DECISION_STAGES = (
    Stage(_UNDECIDED, (RowCondition("R00", (Variant("sourcing", ALWAYS),)),)),
    Stage(_UNPLACED, (RowCondition("R00", (Variant("area", ALWAYS),)),)),
)
_LEFT_OUT = RowCondition(
    "D02",
    (
        Variant("performed-anyway", _PERFORMED),
        Variant("no-reason", negated(Input("explained"))),
    ),
)
_ONE_ACCOUNTABLE = RowCondition(
    "R01",
    (Variant("none", equal(_ACCOUNTABLE, 0)), Variant("many", greater(_ACCOUNTABLE, 1))),
)
_HAS_PERFORMER = RowCondition("R02", (Variant("none", negated(_PERFORMED)),))
_DECIDED_INSIDE = RowCondition(
    "D01",
    (
        Variant("provider-accountable", _PROVIDER_ACCOUNTABLE),
        Variant(
            "nobody-inside",
            all_of(negated(_PROVIDER_ACCOUNTABLE), _PROVIDER, negated(Input("inside_decides"))),
        ),
    ),
)
_AS_SOURCED = RowCondition(
    "D02",
    (
        Variant("provider-performs", all_of(_PROVIDER, negated(_WANTS_PROVIDER))),
        Variant("internal-performs", all_of(_INSIDE, negated(_WANTS_INSIDE))),
        Variant("no-internal", all_of(negated(_INSIDE), _WANTS_INSIDE)),
        Variant("no-provider", all_of(negated(_PROVIDER), _WANTS_PROVIDER)),
    ),
)

STAGES = (
    *_DECISION_STAGES,
    Stage(equal(_SOURCING, SOURCING_NUMBERS[Sourcing.NOT_CARRIED_OUT]), (_LEFT_OUT,)),
    Stage(negated(Input("filled")), (RowCondition("R08", (Variant("empty", ALWAYS),)),)),
    Stage(ALWAYS, (_ONE_ACCOUNTABLE, _HAS_PERFORMER, _DECIDED_INSIDE, _AS_SOURCED)),
)
"""The stages in order; the last one applies to every row that no other applies to."""


# The thousands of rows of a plan have a few dozen different facts: each is evaluated once.
@lru_cache(maxsize=1024)
def broken_variants(facts: RowFacts) -> tuple[tuple[str, str], ...]:
    """Return the rule and the variant of each condition that a row with `facts` breaks."""
    inputs: dict[str, Scalar] = facts._asdict()
    stage = next(stage for stage in STAGES if evaluated(stage.applies, inputs))
    return tuple(
        (condition.rule, variant.name)
        for condition in stage.conditions
        for variant in condition.variants
        if evaluated(variant.condition, inputs)
    )
