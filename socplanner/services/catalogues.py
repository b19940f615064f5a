"""The catalogues that are shipped with the program, each read once, on first use."""

from functools import cache
from typing import TYPE_CHECKING

from socplanner.domain.catalogue import Catalogue
from socplanner.formats.catalogue_yaml import Descriptions, load_catalogue, load_descriptions
from socplanner.services import paths

if TYPE_CHECKING:
    from socplanner.domain.flows.defaults import DefaultFlows
    from socplanner.domain.lessons.prompts import Prompts
    from socplanner.domain.sharing_inputs import ReportingDuty

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
def default_flows(edition: str = NEWEST) -> "DefaultFlows":
    """Return the default flows of a shipped `edition`."""
    from socplanner.formats.flows_yaml import load_flows  # not needed at the start

    return load_flows(_read(edition, "flows.yaml"), _catalogue(edition))


@cache
def default_duties(edition: str = NEWEST) -> "tuple[ReportingDuty, ...]":
    """Return the default reporting duties of a shipped `edition`."""
    from socplanner.formats.reporting_yaml import load_reporting  # not needed at the start

    text = _read(edition, "reporting.yaml")
    return load_reporting(text, _catalogue(edition), default_flows(edition))


@cache
def prompts(edition: str = NEWEST) -> "Prompts":
    """Return the prompts of a review, which name roles of a shipped `edition`."""
    from socplanner.formats.prompts_yaml import load_prompts  # most sessions review nothing

    return load_prompts(_read(edition, "prompts.yaml"))


@cache
def _catalogue(edition: str) -> Catalogue:
    return load_catalogue(_read(edition, "catalogue.yaml"))


def _read(edition: str, name: str) -> str:
    return (paths.resources() / "catalogue" / edition / name).read_text(encoding="utf-8")
