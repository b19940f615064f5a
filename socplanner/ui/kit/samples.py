"""The plans that are shipped to be looked at."""

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
    """A plan that is shipped: its name in words and its file."""

    name: str
    path: Path


def samples(words: Words) -> tuple[Sample, ...]:
    """Return the samples that are there, by their names in `words`."""
    folder = paths.resources() / "examples"
    known = ((name, folder / f"{stem}{SUFFIX}") for stem, name in _NAMES.items())
    return tuple(Sample(words.tr(name), place) for name, place in known if place.is_file())
