"""The prompts of a review: what is asked, of which chapter, and what to do where it is not met."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from socplanner.domain.local_text import LocalText

Chapter = Literal["all", "build", "operate", "incident"]
CHAPTERS: tuple[Chapter, ...] = get_args(Chapter)
"""The ten keys, which count at all times, and the failures of three phases of a team's life."""


class Prompt(NamedTuple):
    """One question of a review. `key` is the number of the key that it is about, from 1."""

    id: str
    chapter: Chapter
    key: int
    question: LocalText
    remedy: LocalText


@dataclass(frozen=True, slots=True, eq=False)
class Prompts:
    """All prompts in their order, the ten keys in a few words, and where both come from."""

    keys: tuple[LocalText, ...]
    prompts: tuple[Prompt, ...]
    source: LocalText
    by_id: Mapping[str, Prompt] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Index the prompts by their ids."""
        by_id = MappingProxyType({prompt.id: prompt for prompt in self.prompts})
        object.__setattr__(self, "by_id", by_id)

    def key_name(self, prompt: Prompt) -> LocalText:
        """Return the key that `prompt` is about, in a few words."""
        return self.keys[prompt.key - 1]
