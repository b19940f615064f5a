"""The texts of questions and remarks about a workbook, as functions of its kind of reader."""

from collections.abc import Callable
from typing import NamedTuple

from socplanner.domain.reimport.sheet_values import Question, Remark


class ReviewTexts(NamedTuple):
    """Functions that return the text of a question, of one of its options, and of a remark."""

    question: Callable[[Question], str]
    option: Callable[[Question, str], str]
    remark: Callable[[Remark], str]
