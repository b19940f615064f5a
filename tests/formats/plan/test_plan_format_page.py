"""The page about the file and the schema say what the code does."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.marking import Marking, Tlp
from socplanner.domain.phases import duty
from socplanner.formats.plan.plan_schema import json_schema
from socplanner.formats.plan.plan_yaml import dumps, loads
from socplanner.services import paths
from socplanner.services.catalogues import catalogue_of
from socplanner.services.i18n import words_for
from tests.support.plans import hybrid_plan, unplaced_plan

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "plan-format.md").read_text("utf-8")


def example() -> str:
    """Return the example of the page."""
    result = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert result is not None
    return result.group(1)


def files() -> list[bytes]:
    """Return every plan there is to show: the examples, the page's, and new ones."""
    shipped = sorted((paths.resources() / "examples").glob("*.socplan"))
    assert len(shipped) == 2
    made = (dumps(plan) for plan in (hybrid_plan(), unplaced_plan()))
    golden = (ROOT / "tests" / "golden" / "plans" / "own_letters.socplan").read_bytes()
    return [*(path.read_bytes() for path in shipped), example().encode(), golden, *made]


def test_the_example_opens_and_has_the_values_of_its_comments() -> None:
    plan = loads(example().encode(), catalogue_of).plan
    assert plan.marking == Marking(Tlp.AMBER, "社外秘")
    later = duty(plan, PhaseId("target"), RoleId("v2:B-1"))
    assert later.sourcing is Sourcing.BOTH
    assert later.letters == {"soc": "A/R", "mss": "R"}
    assert later.coverage == "24x365"
    assert plan.custom_roles[0].id == "own:TLPT"


@pytest.mark.parametrize("place", range(6))
def test_every_plan_fits_the_schema(place: int) -> None:
    schema = json_schema(words_for("en"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(yaml.safe_load(files()[place]), schema)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kind: provider", "kind: vendor"),
        ("area: IV", "aera: IV"),
        ("format: 3", "format: 4"),
        ("tlp: amber", "tlp: TLP:AMBER"),
    ],
)
def test_the_schema_refuses_what_the_program_refuses(old: str, new: str) -> None:
    text = example()
    assert old in text
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.safe_load(text.replace(old, new, 1)), json_schema(words_for("en")))


def test_the_letter_set_of_the_page_opens_in_a_plan() -> None:
    result = re.search(r"  ```yaml\n(  letter-set: .*?)  ```", PAGE, re.DOTALL)
    assert result is not None
    lines = "\n".join(line.removeprefix("  ") for line in result.group(1).splitlines())
    text = re.sub("letters: {.*}", "letters: {soc: L/AP}", example())
    plan = loads(re.sub("letter-set: .*", lambda _: lines, text).encode(), catalogue_of).plan
    assert [each.symbol for each in plan.letter_set.letters] == ["L", "AP"]
    assert plan.custom_sets == (plan.letter_set,)


def test_the_schema_can_be_printed() -> None:
    assert json.loads(json.dumps(json_schema(words_for("en"))))["required"][0] == "format"
