"""The default flows as they are shipped, and files that are wrong."""

import pytest

from socplanner.domain.problem import CatalogueError
from socplanner.formats.flows_yaml import load_flows
from socplanner.formats.format_error import FormatError
from socplanner.services import paths
from socplanner.services.catalogues import shipped
from tests.support.small_plan import small_catalogue

TEXT = (paths.resources() / "catalogue" / "v2" / "flows.yaml").read_text("utf-8")


def test_usual_parties_stand_for_counterparts() -> None:
    defaults = load_flows(TEXT, shipped())
    assert defaults.parties["sector"] == "regulator"
    assert {each.kind for each in defaults.counterparts} == {
        *("authority", "community", "partner", "public", "staff")
    }


def test_both_languages_are_written() -> None:
    for flow in load_flows(TEXT, shipped()).flows:
        for step in flow.steps:
            for text in (flow.name, flow.trigger, step.does, step.sends):
                assert text.ja
                assert text.en
            assert step.does.ja != step.does.en


def test_flows_of_another_edition_are_refused() -> None:
    with pytest.raises(CatalogueError):
        load_flows(TEXT, small_catalogue())


@pytest.mark.parametrize(
    ("good", "bad", "code"),
    [
        ("role: v2:G-6", "role: v2:Z-1", "unknown-role"),
        ("party:it, v2:B-2", "party:itt, v2:B-2", "unknown-party"),
        ("party: regulator", "party: ruler", "unknown-party"),
        ("counterpart:ppc", "counterpart:pcp", "unknown-counterpart-in-file"),
        ("version: 1", "versions: 1", "unknown-key"),
    ],
)
def test_a_wrong_file_is_refused(good: str, bad: str, code: str) -> None:
    assert good in TEXT
    with pytest.raises(FormatError) as refusal:
        load_flows(TEXT.replace(good, bad, 1), shipped())
    assert refusal.value.problem.code == code
