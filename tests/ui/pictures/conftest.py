"""What every test of pictures has: a function that draws a plan."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from socplanner.domain.local_text import Language
from socplanner.domain.picture_options import PictureOptions, PictureSubject
from socplanner.domain.plan import Plan
from socplanner.services.i18n import words_for
from socplanner.ui.pictures.picture import Picture, paper_size
from socplanner.ui.pictures.picture_facts import picture_facts

DAY = date(2026, 11, 30)
MakePicture = Callable[..., Picture]


@pytest.fixture
def picture_of(qapp: object) -> MakePicture:
    """Return a function that lays out a plan, in A4 unless told otherwise."""

    def make(
        plan: Plan,
        subject: PictureSubject = PictureSubject.BOARD,
        language: Language = "en",
        **options: object,
    ) -> Picture:
        chosen = PictureOptions(subject, plan.phases[0].id)
        chosen = replace(chosen, **options)  # type: ignore[arg-type]
        facts = picture_facts(plan, chosen, words_for(language), DAY)
        return Picture(facts, paper_size(chosen.paper))

    return make
