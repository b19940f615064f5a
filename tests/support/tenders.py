"""Plans with a tender, and packs that vendors have filled in."""

import io
from collections.abc import Mapping
from dataclasses import replace

import openpyxl

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.cost_inputs import Contract, CostInputs
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.marking import Marking, Tlp
from socplanner.domain.phases import duty, with_duties
from socplanner.domain.plan import Plan
from socplanner.domain.staffing_inputs import Post, Staffing, Workload
from socplanner.domain.tender.pack import pack_of
from socplanner.domain.tender_edits import SetServiceTerms, SetTender, TenderConditions
from socplanner.domain.tender_inputs import (
    InformationHandling,
    ServiceAssumptions,
    ServiceTerms,
    Transition,
)
from socplanner.formats.tender_xlsx import render_pack
from socplanner.services.i18n import words_for
from tests.support.small_plan import A1, A2, A3, B1, MSS, NOW, SOC, small_plan, text, with_row
from tests.support.workbooks import FACTS

TERMS = ServiceTerms(
    *("Monthly report", "monthly", "PT15M", "PT1H", "PT8H", "300", "alerts a day"),
    *("Isolate a device", "Duty phone", (B1,)),
)
CONDITIONS = TenderConditions(
    MSS,
    ServiceAssumptions(40, 1200, 300, 2, "Japanese", "Office hours as listed"),
    InformationHandling(Tlp.AMBER, "Only named ones", "Japan", "After 90 days", "Pseudonymised"),
    Transition("Two months side by side", "All rules and logs"),
)
SECRETS = ("Secret note", "Secret aim", "Secret post", "Secret work", "Secret contract", "IT")
"""Texts of `tender_plan` that no vendor may see; the party IT has no letter beside the provider."""


def tender_plan() -> Plan:
    """Return a plan in which the provider performs A-1 and A-2 and is informed of A-3."""
    plan = replace(small_plan(target=None), marking=Marking(Tlp.GREEN, "Internal"))
    plan = with_row(plan, A1, Sourcing.OUTSOURCE, ciso="A", soc="C", mss="R")
    plan = with_row(plan, A2, Sourcing.OUTSOURCE, soc="A", mss="R")
    plan = with_row(plan, A3, Sourcing.INSOURCE, ciso="A", soc="R", mss="I")
    for role in (RoleId("x:A-4"), B1, RoleId("x:B-2")):
        plan = with_row(plan, role, Sourcing.INSOURCE, ciso="A", it="R")
    plan = with_duties(
        plan, NOW, {A1: replace(duty(plan, NOW, A1), note="Secret note", coverage="24x365")}
    )
    staffing = Staffing(
        posts=(Post("desk", text("Secret post"), SOC, "mon-fri 9:00-17:00", 3),),
        workloads=(
            Workload("w", text("Secret work"), SOC, volume=5, minutes=5),
            Workload("mails", text("Mails"), MSS, volume=70, minutes=2),
        ),
    )
    contract = Contract("c", text("Secret contract"), MSS, fee=123_456)
    plan = replace(plan, staffing=staffing, cost=CostInputs("JPY", contracts=(contract,)))
    plan = SetServiceTerms(((MSS, A1, TERMS),)).apply(plan)
    return SetTender((CONDITIONS,)).apply(plan)


def pack_of_plan(plan: Plan, language: str = "en", party: PartyId = MSS) -> bytes:
    """Return the pack of the first phase."""
    words = words_for("ja" if language == "ja" else "en")
    return render_pack(pack_of(plan, plan.phases[0].id, party), words, FACTS)


def filled(content: bytes, fields: Mapping[str, Mapping[str, object]]) -> bytes:
    """Return the pack `content` as a vendor fills it in: by the key of a row, column by column."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.worksheets[-2]
    columns = {str(sheet.cell(4, at).value): at for at in range(2, 7)}
    for row in range(1, sheet.max_row + 1):
        for column, value in fields.get(str(sheet.cell(row, 1).value), {}).items():
            sheet.cell(row, columns[column]).value = value  # type: ignore[assignment]
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def row_of(role: RoleId) -> str:
    """Return the key of the row of `role`."""
    return f"role:{role}"
