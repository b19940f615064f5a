"""A flow as Mermaid and as BPMN: opened by an independent reader, with its lanes."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from SpiffWorkflow.bpmn.parser import BpmnParser

from socplanner.domain.flow_inputs import BusinessFlow, Counterpart
from socplanner.domain.flows.covered_hours import started_at
from socplanner.domain.flows.defaults import listed_flows
from socplanner.domain.flows.walk import walk
from socplanner.domain.local_text import LANGUAGES, Language, LocalText
from socplanner.domain.role_coverage import SUNDAY_NIGHT
from socplanner.formats.flow_bpmn import flow_bpmn
from socplanner.formats.flow_mermaid import flow_mermaid
from socplanner.services.default_flows import flows_of_catalogue
from socplanner.services.i18n import words_for
from tests.support.flows import NIGHTLY, chain, flow, step
from tests.support.plans import sample
from tests.support.small_plan import A1, A2, A3, B1, NOW, text

MAKER = sample("manufacturer")
PHASE = MAKER.phases[0].id
DEFAULTS = flows_of_catalogue(MAKER)
FLOWS = tuple(each.flow for each in listed_flows(MAKER, DEFAULTS))
MODEL = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
DI = "{http://www.omg.org/spec/BPMN/20100524/DI}"
PPC = (Counterpart("ppc", "authority", text("PPC")),)


def _bpmn(wanted: BusinessFlow, language: Language = "en") -> bytes:
    return flow_bpmn(MAKER, PHASE, wanted, DEFAULTS.counterparts, words_for(language))


@pytest.mark.parametrize("wanted", FLOWS, ids=lambda each: each.id)
def test_an_independent_reader_opens_each_default_flow_with_its_lanes(
    wanted: BusinessFlow,
) -> None:
    parser = BpmnParser()
    parser.add_bpmn_str(_bpmn(wanted))
    tasks = [
        task
        for process in parser.process_parsers
        for task in parser.get_spec(process).task_specs.values()
        if task.name.startswith("step")
    ]
    assert len(tasks) == len(wanted.steps)
    lanes = {each.name: each.lane for each in tasks}
    root = ET.fromstring(_bpmn(wanted))
    drawn = {
        reference.text: lane.get("name")
        for lane in root.iter(f"{MODEL}lane")
        for reference in lane.iter(f"{MODEL}flowNodeRef")
    }
    assert all(lanes[name] == drawn[name] for name in lanes)
    assert "Kirisawa CSIRT" in lanes.values() or wanted.id != "incident-response"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("wanted", FLOWS, ids=lambda each: each.id)
def test_every_element_is_drawn_once_and_every_reference_leads_somewhere(
    wanted: BusinessFlow, language: Language
) -> None:
    root = ET.fromstring(_bpmn(wanted, language))
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    present = set(ids)
    for each in root.iter():
        for key in ("sourceRef", "targetRef", "processRef", "bpmnElement"):
            assert each.get(key) is None or each.get(key) in present
        if each.tag in (f"{MODEL}incoming", f"{MODEL}outgoing", f"{MODEL}flowNodeRef"):
            assert each.text in present
    drawn = [each.get("bpmnElement") for each in root.iter(f"{DI}BPMNShape")]
    drawn += [each.get("bpmnElement") for each in root.iter(f"{DI}BPMNEdge")]
    assert len(drawn) == len(set(drawn))
    kinds: tuple[str, ...] = (
        "participant",
        "lane",
        "userTask",
        "startEvent",
        "endEvent",
        "sequenceFlow",
    )
    kinds += ("messageFlow", "parallelGateway", "inclusiveGateway")
    for kind in kinds:
        for each in root.iter(f"{MODEL}{kind}"):
            assert each.get("id") in drawn


def test_what_leaves_an_organisation_is_a_message_and_the_rest_a_sequence() -> None:
    crossing = flow(step("1", A1), step("2", A2, "1"), step("3", A2, "2", to="counterpart:ppc"))
    root = ET.fromstring(flow_bpmn(NIGHTLY, NOW, crossing, PPC, words_for("en")))
    messages = [
        (each.get("sourceRef"), each.get("targetRef")) for each in root.iter(f"{MODEL}messageFlow")
    ]
    assert messages == [("step1", "step2"), ("step3", "outside0")]
    pools = [each.get("name") for each in root.iter(f"{MODEL}participant")]
    assert pools[-1] == "PPC"
    assert len(pools) == 3


def test_texts_of_a_planner_are_texts_in_both_files() -> None:
    evil = LocalText.same('<b>"x" & `y`]] #1 --> z')
    wanted = chain(A1, B1)
    steps = tuple(each._replace(does=evil, condition=evil) for each in wanted.steps)
    wanted = wanted._replace(steps=steps, name=evil, trigger=evil)
    root = ET.fromstring(flow_bpmn(NIGHTLY, NOW, wanted, (), words_for("en")))
    names = [each.get("name") or "" for each in root.iter(f"{MODEL}userTask")]
    assert all(evil.en in name for name in names)
    lines = flow_mermaid(NIGHTLY, NOW, wanted, (), words_for("en")).splitlines()
    (first, *_) = [line for line in lines if "A-1" in line]
    assert "<b>" not in first
    assert first.count('"') == 2
    assert "#lt;b#gt;#quot;x#quot; & #96;y#96;]] #35;1 --#gt; z" in first


def test_mermaid_has_lanes_lines_labels_and_what_stops() -> None:
    wanted = next(each for each in FLOWS if each.id == "incident-response")
    walked = walk(MAKER, PHASE, wanted, started_at(SUNDAY_NIGHT))
    words = words_for("en")
    plain = flow_mermaid(MAKER, PHASE, wanted, DEFAULTS.counterparts, words)
    assert plain.startswith("flowchart LR\n")
    assert plain.count("subgraph") == plain.count("\n  end") == 4
    assert 's3 -.->|"TLP:AMBER"| s5' in plain
    assert 's1 -->|"TLP:AMBER"| s2' in plain
    assert "class s6 conditional" in plain
    states = flow_mermaid(MAKER, PHASE, wanted, DEFAULTS.counterparts, words, walked)
    assert "class s5 stops" in states
    assert "Mon 09:00 · Unmanned" in states


def test_a_receiver_outside_is_drawn_once() -> None:
    wanted = flow(step("1", A1, to="counterpart:ppc"), step("2", A2, "1", to="counterpart:ppc"))
    lines = flow_mermaid(NIGHTLY, NOW, wanted, PPC, words_for("en")).splitlines()
    assert sum("PPC" in line for line in lines) == 1
    assert [line.strip() for line in lines if "-.-> r1" in line] == ["s1 -.-> r1", "s2 -.-> r1"]


def test_a_flow_without_steps_is_a_file_too() -> None:
    assert ET.fromstring(flow_bpmn(NIGHTLY, NOW, flow(), (), words_for("ja"))) is not None
    assert flow_mermaid(NIGHTLY, NOW, flow(), (), words_for("ja")).startswith("flowchart")


def test_a_loop_stays_a_loop() -> None:
    looped = flow(step("1", A3, "2"), step("2", A3, "1", condition="if not"))
    root = ET.fromstring(flow_bpmn(NIGHTLY, NOW, looped, (), words_for("en")))
    pairs = {
        (each.get("sourceRef"), each.get("targetRef")) for each in root.iter(f"{MODEL}sequenceFlow")
    }
    assert {("step1", "step2"), ("step2", "step1")} & pairs
    assert replace(NIGHTLY, flows=(looped,)).flows == (looped,)
