"""The catalogues that are shipped with the program, each read once, on first use."""

from functools import cache

from socplanner.domain.catalogue import Catalogue
from socplanner.formats.catalogue_yaml import Descriptions, load_catalogue, load_descriptions
from socplanner.services import paths

NEWEST = "v2"
_EDITIONS = frozenset({NEWEST})


def shipped() -> Catalogue:
    """Return the catalogue of a new plan: the newest edition."""
    return _catalogue(NEWEST)


def catalogue_of(edition: str) -> Catalogue | None:
    """Return the catalogue of `edition`, the same object each time; None if it is not shipped."""
    return _catalogue(edition) if edition in _EDITIONS else None


@cache
def descriptions(edition: str = NEWEST) -> Descriptions:
    """Return what the roles and functions of a shipped `edition` do, in a sentence or two each."""
    return load_descriptions(_read(edition, "descriptions.yaml"))


@cache
def _catalogue(edition: str) -> Catalogue:
    return load_catalogue(_read(edition, "catalogue.yaml"))


def _read(edition: str, name: str) -> str:
    return (paths.resources() / "catalogue" / edition / name).read_text(encoding="utf-8")
