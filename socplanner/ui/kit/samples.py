"""The sample plans that are shipped with the program."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from socplanner.services import paths
from socplanner.services.plan_files import SUFFIX
from socplanner.wording.language import N_, Words

_NAMES: Mapping[str, str] = {
    "manufacturer": N_("Manufacturer, 300 people"),
    "bank": N_("Bank, 12,000 people"),
}


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample plan: its name in the language of the window, and its file."""

    name: str
    path: Path


def samples(words: Words) -> tuple[Sample, ...]:
    """Return the samples whose files exist, named in the language of `words`."""
    folder = paths.resources() / "examples"
    samples = ((name, folder / f"{stem}{SUFFIX}") for stem, name in _NAMES.items())
    return tuple(Sample(words.tr(name), place) for name, place in samples if place.is_file())
