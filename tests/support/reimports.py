"""Workbooks that came back, made up: plain changes, a conflict, a disagreement, a question."""

from socplanner.domain.duty_values import DutyAddress, duty_value
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.new_plan import NOW
from socplanner.domain.phases import duty
from socplanner.domain.plan import Plan
from socplanner.domain.reimport.sheet_values import CellValue, Condition, Question, Reimport, Remark

A1, B1, C1 = RoleId("v2:A-1"), RoleId("v2:B-1"), RoleId("v2:C-1")
CSIRT, SOC, IT = PartyId("csirt"), PartyId("soc"), PartyId("it")
PLAIN = DutyAddress(A1, "letters", CSIRT)
NOTED = DutyAddress(A1, "note")
CONFLICT = DutyAddress(B1, "letters", CSIRT)
DISPUTED = DutyAddress(B1, "letters", IT)
TOPIC = DutyAddress(C1, "letters", IT)
QUESTION = Question("column-x", Remark("unknown-column", "Matrix!X1", {"name": "x"}))


def ours(plan: Plan, address: DutyAddress) -> str:
    """Return what `plan` says now of `address`."""
    return duty_value(duty(plan, NOW, address.role), address)


def other(plan: Plan, address: DutyAddress) -> str:
    """Return a cell that differs from what `plan` says of `address`."""
    return "I" if ours(plan, address) != "I" else "C"


def two_reimports(plan: Plan) -> tuple[Reimport, Reimport]:
    """Return two workbooks that say something new of `plan`."""

    def value(
        address: DutyAddress, theirs: str, base: str | None = None, **more: object
    ) -> CellValue:
        before = ours(plan, address) if base is None else base
        conditions = (Condition(QUESTION.key, "yes"),) if "is_open" in more else ()
        return CellValue(address, before, theirs, "Matrix!E14", (), conditions)

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
