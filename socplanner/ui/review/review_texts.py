"""How the questions and remarks of a reader are said; each kind of reader has words of its own."""

from collections.abc import Callable
from typing import NamedTuple

from socplanner.domain.reimport.sheet_values import Question, Remark


class Speech(NamedTuple):
    """Says a question, one of its options, and a remark."""

    question: Callable[[Question], str]
    option: Callable[[Question, str], str]
    remark: Callable[[Remark], str]
