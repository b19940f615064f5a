"""Workbooks that came back, made up: plain changes, a conflict, a disagreement, a question."""

from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.new_plan import NOW
from socplanner.domain.phases import duty
from socplanner.domain.plan import Plan
from socplanner.domain.reimport.sheet_values import Given, Question, Remark, Returned, Said
from socplanner.domain.reimport.topic import Topic, value_of

A1, B1, C1 = RoleId("v2:A-1"), RoleId("v2:B-1"), RoleId("v2:C-1")
CSIRT, SOC, IT = PartyId("csirt"), PartyId("soc"), PartyId("it")
PLAIN = Topic(A1, "letters", CSIRT)
NOTED = Topic(A1, "note")
CONFLICT = Topic(B1, "letters", CSIRT)
DISPUTED = Topic(B1, "letters", IT)
ASKED = Topic(C1, "letters", IT)
QUESTION = Question("column-x", Remark("unknown-column", "Matrix!X1", {"name": "x"}))


def ours(plan: Plan, topic: Topic) -> str:
    """Return what `plan` says now of `topic`."""
    return value_of(duty(plan, NOW, topic.role), topic)


def other(plan: Plan, topic: Topic) -> str:
    """Return a cell that differs from what `plan` says of `topic`."""
    return "I" if ours(plan, topic) != "I" else "C"


def two_returned(plan: Plan) -> tuple[Returned, Returned]:
    """Return two workbooks that say something new of `plan`."""

    def said(topic: Topic, theirs: str, base: str | None = None, **more: object) -> Said:
        known = ours(plan, topic) if base is None else base
        given = (Given(QUESTION.key, "yes"),) if "asked" in more else ()
        return Said(topic, known, theirs, "Matrix!E14", (), given)

    first = Returned(
        "CSIRT.xlsx",
        NOW,
        (
            said(PLAIN, other(plan, PLAIN)),
            said(NOTED, "by mail & phone"),
            said(CONFLICT, other(plan, CONFLICT), base="?"),
            said(DISPUTED, "R"),
            said(ASKED, other(plan, ASKED), asked=True),
        ),
        (QUESTION,),
        ignored=(Remark("unreadable", "Matrix!F9", {"text": "tbd"}),),
    )
    second = Returned("IT.xlsx", NOW, (said(DISPUTED, "C"),), notices=(Remark("no-base"),))
    return first, second
