"""The maturity sheet of our own workbook, filled in and sent back, is a self-check sheet."""

from pathlib import Path

import pytest

from socplanner.domain.assessment import SIDES, newest_assessment
from socplanner.domain.external.score_sheet import NO_SCORE_ANSWERS
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.matrix import matrix_of
from socplanner.formats.matrix_xlsx import render
from socplanner.services.i18n import words_for
from socplanner.services.score_importer import score_file
from tests.support.plans import sample
from tests.support.workbooks import FACTS


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["bank", "manufacturer"])
def test_every_score_of_the_sheet_comes_back(name: str, language: Language, tmp_path: Path) -> None:
    plan = sample(name)
    file = tmp_path / "matrix.xlsx"
    file.write_bytes(render(matrix_of(plan, plan.phases[0].id), words_for(language), FACTS))
    matched = score_file(file, plan).read(NO_SCORE_ANSWERS).matched
    assert matched.problem is None
    assessment = newest_assessment(plan.assessments)
    assert assessment is not None
    stated = {role: scores for role, scores in assessment.scores.items() if plan.role(role)}
    assert len(stated) > 40
    for role, scores in stated.items():
        for side in SIDES:
            was, now = scores.of(side), matched.scores[role].of(side)
            assert now.score == was.score, (role, side)
            if was.evidence and was.score not in (None, "na"):
                assert was.evidence in now.evidence
