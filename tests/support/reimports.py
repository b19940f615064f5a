"""Workbooks that came back, made up: plain changes, a conflict, a disagreement, a question."""

from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.new_plan import NOW
from socplanner.domain.phases import duty
from socplanner.domain.plan import Plan
from socplanner.domain.reimport.sheet_values import CellValue, Condition, Question, Reimport, Remark
from socplanner.domain.reimport.topic import Topic, value_of

A1, B1, C1 = RoleId("v2:A-1"), RoleId("v2:B-1"), RoleId("v2:C-1")
CSIRT, SOC, IT = PartyId("csirt"), PartyId("soc"), PartyId("it")
PLAIN = Topic(A1, "letters", CSIRT)
NOTED = Topic(A1, "note")
CONFLICT = Topic(B1, "letters", CSIRT)
DISPUTED = Topic(B1, "letters", IT)
TOPIC = Topic(C1, "letters", IT)
QUESTION = Question("column-x", Remark("unknown-column", "Matrix!X1", {"name": "x"}))


def ours(plan: Plan, topic: Topic) -> str:
    """Return what `plan` says now of `topic`."""
    return value_of(duty(plan, NOW, topic.role), topic)


def other(plan: Plan, topic: Topic) -> str:
    """Return a cell that differs from what `plan` says of `topic`."""
    return "I" if ours(plan, topic) != "I" else "C"


def two_reimports(plan: Plan) -> tuple[Reimport, Reimport]:
    """Return two workbooks that say something new of `plan`."""

    def value(topic: Topic, theirs: str, base: str | None = None, **more: object) -> CellValue:
        before = ours(plan, topic) if base is None else base
        conditions = (Condition(QUESTION.key, "yes"),) if "is_open" in more else ()
        return CellValue(topic, before, theirs, "Matrix!E14", (), conditions)

    first = Reimport(
        "CSIRT.xlsx",
        NOW,
        (
            value(PLAIN, other(plan, PLAIN)),
            value(NOTED, "by mail & phone"),
            value(CONFLICT, other(plan, CONFLICT), base="?"),
            value(DISPUTED, "R"),
            value(TOPIC, other(plan, TOPIC), is_open=True),
        ),
        (QUESTION,),
        ignored=(Remark("unreadable", "Matrix!F9", {"text": "tbd"}),),
    )
    second = Reimport("IT.xlsx", NOW, (value(DISPUTED, "C"),), notices=(Remark("no-base"),))
    return first, second
