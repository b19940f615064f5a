"""Words that workbooks of earlier versions write still name what they named."""

import pytest

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.local_text import LANGUAGES
from socplanner.formats.reimport.plan_index import folded_name, plan_index
from socplanner.formats.reimport.provenance import Provenance
from socplanner.services.i18n import words_for
from tests.support.small_plan import small_plan


@pytest.mark.parametrize(
    ("text", "sourcing"),
    [
        ("未決定", Sourcing.UNDECIDED),
        ("未定", Sourcing.UNDECIDED),
        ("Not carried out", Sourcing.NOT_CARRIED_OUT),
        ("Not performed", Sourcing.NOT_CARRIED_OUT),
        ("実施しない", Sourcing.NOT_CARRIED_OUT),
    ],
)
def test_earlier_and_present_words_name_the_same_sourcing(text: str, sourcing: Sourcing) -> None:
    languages = [words_for(language) for language in LANGUAGES]
    index = plan_index(small_plan(), Provenance(), languages)
    assert index.values["sourcing"][folded_name(text)] == sourcing.value
