"""For whom each label of the Traffic Light Protocol 2.0 is too narrow, as a table."""

import pytest

from socplanner.domain.catalogue import PARTY_KINDS
from socplanner.domain.flow_inputs import COUNTERPART_KINDS
from socplanner.domain.flows.audience import is_too_narrow
from socplanner.domain.marking import Tlp

KINDS = {*PARTY_KINDS, *COUNTERPART_KINDS}
TOO_NARROW = {
    Tlp.RED: {"community", "public", "staff"},
    Tlp.AMBER_STRICT: {"provider", "authority", "community", "partner", "public"},
    Tlp.AMBER: {"community", "public"},
    Tlp.GREEN: {"public"},
    Tlp.CLEAR: set[str](),
}


@pytest.mark.parametrize("label", Tlp)
def test_a_label_keeps_information_from_just_these_kinds(label: Tlp) -> None:
    assert {kind for kind in KINDS if is_too_narrow(label, kind)} == TOO_NARROW[label]
