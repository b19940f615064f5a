"""Reading the prompts of a review, which are shipped beside the catalogue."""

from typing import Any, cast

from socplanner.domain.lesson_inputs import is_prompt_id
from socplanner.domain.lessons.prompts import CHAPTERS, Prompt, Prompts
from socplanner.domain.local_text import LocalText
from socplanner.domain.problem import CatalogueError
from socplanner.formats.plan.shapes import (
    Choice,
    ListOf,
    LocalName,
    Number,
    Record,
    Text,
    check,
)
from socplanner.formats.plan.yaml_reading import tree_of

MOST_PROMPTS = 200
"""As many prompts as a review can have."""

_KEYS = 10
_PROMPT = Record(
    {
        "id": Text(),
        "chapter": Choice(CHAPTERS),
        "key": Number(_KEYS),
        "question": LocalName(),
        "remedy": LocalName(),
    },
    ("id", "chapter", "key", "question", "remedy"),
)
PROMPTS = Record(
    {
        "prompts": Choice(("1",)),
        "source": LocalName(),
        "keys": ListOf(LocalName(), most=_KEYS),
        "questions": ListOf(_PROMPT, most=MOST_PROMPTS),
    },
    ("prompts", "source", "keys", "questions"),
)


def load_prompts(text: str) -> Prompts:
    """Return the prompts in `text`.

    Raise FormatError where the file is wrong, CatalogueError where a prompt has no key, or an id
    that is none or that another prompt has.
    """
    tree = cast("dict[str, Any]", tree_of(text))
    check(tree, PROMPTS)
    keys = tuple(_local(each) for each in tree["keys"])
    prompts = tuple(_prompt(each) for each in tree["questions"])
    for place, prompt in enumerate(prompts):
        is_doubled = any(prompt.id == other.id for other in prompts[:place])
        if is_doubled or not is_prompt_id(prompt.id):
            raise CatalogueError("bad-prompt-id", prompt=prompt.id)
        if not 1 <= prompt.key <= len(keys):
            raise CatalogueError("prompt-without-key", prompt=prompt.id, key=prompt.key)
    return Prompts(keys, prompts, _local(tree["source"]))


def _prompt(entry: dict[str, Any]) -> Prompt:
    return Prompt(
        entry["id"],
        entry["chapter"],
        int(entry["key"]),
        _local(entry["question"]),
        _local(entry["remedy"]),
    )


def _local(tree: Any) -> LocalText:
    return LocalText.same(tree) if isinstance(tree, str) else LocalText(tree["ja"], tree["en"])
