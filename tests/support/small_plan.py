"""A catalogue of six roles and the plans made of it: small enough to foresee every answer.

`x:A-1` to `x:A-4` stand in areas I to IV; `x:B-1` has no area, `x:B-2` nobody who usually does it.
"""

from dataclasses import replace

from socplanner.domain.catalogue import (
    PLACED,
    Area,
    AreaFacts,
    Catalogue,
    Function,
    Mark,
    Pattern,
    Role,
    Sourcing,
    UsualParties,
    UsualParty,
)
from socplanner.domain.ids import PartyId, PhaseId, RoleId, role_id
from socplanner.domain.letters import Cell
from socplanner.domain.local_text import LocalText
from socplanner.domain.new_plan import NewPlanOptions, new_plan
from socplanner.domain.phases import duty, with_duties
from socplanner.domain.plan import Duty, Plan, frozen

CISO, SOC, IT = PartyId("ciso"), PartyId("soc"), PartyId("it")
MSS, CERT = PartyId("mss"), PartyId("cert")
PARTIES = (CISO, SOC, IT, MSS, CERT)
A1, A2, A3, A4 = (role_id("x", f"A-{number}") for number in (1, 2, 3, 4))
B1, B2 = role_id("x", "B-1"), role_id("x", "B-2")
ROLES = (A1, A2, A3, A4, B1, B2)
NOW, TARGET = PhaseId("now"), PhaseId("target")


def text(plain: str) -> LocalText:
    """Return `plain` in both languages, told apart."""
    return LocalText(f"{plain}の和名", plain)


USUAL = UsualParties(CISO, (SOC,), MSS, (IT,), (CERT,))


def _role(code: str, area: Area, usual: UsualParties | None = USUAL) -> Role:
    return Role(role_id("x", code), code, code[0], text(f"Role {code}"), area, usual)


def small_catalogue() -> Catalogue:
    """Return a catalogue nobody else holds."""
    return Catalogue(
        "x",
        text("Small"),
        text("Made up"),
        tuple(
            AreaFacts(
                area,
                text(f"Area {area.value}"),
                text("so so"),
                True,
                False,
                number % 2,
                number // 2,
                Mark.DEFAULT,
            )
            for number, area in enumerate(PLACED)
        ),
        tuple(Function(code, text(code), text(code), Mark.DEFAULT) for code in "AB"),
        (
            *(_role(f"A-{number}", area) for number, area in enumerate(PLACED, start=1)),
            _role("B-1", Area.UNPLACED),
            _role("B-2", Area.II, None),
        ),
        (
            Pattern("half", text("Half"), text("Half of it"), frozenset({Area.I, Area.II})),
            Pattern("all", text("All"), text("All of it"), frozenset(PLACED)),
        ),
        (
            UsualParty(CISO, "internal", text("CISO"), text("CI"), is_executive=True),
            UsualParty(SOC, "internal", text("SOC"), text("SO"), stands_in=(IT,)),
            UsualParty(IT, "internal", text("IT"), text("IT")),
            UsualParty(MSS, "provider", text("MSS"), text("MS")),
            UsualParty(CERT, "authority", text("CERT"), text("CE")),
        ),
    )


CATALOGUE = small_catalogue()


def small_plan(pattern: str = "half", target: str | None = "all") -> Plan:
    """Return a plan of two phases, or of one without `target`."""
    beginning = NewPlanOptions("Works", pattern, text("Now"), target, text("Target"))
    return new_plan(CATALOGUE, "plan", beginning)


def with_row(plan: Plan, role: RoleId, sourcing: Sourcing, **cells: str) -> Plan:
    """Return `plan` in which `role` has `sourcing` and just the letters `cells` now."""
    letters = frozen({PartyId(party): Cell(cell) for party, cell in cells.items()})
    current = replace(duty(plan, NOW, role), sourcing=sourcing, letters=letters)
    return with_duties(plan, NOW, {role: current})


def letters_by_party(duty_: Duty) -> dict[str, str]:
    """Return the letters of a duty as plain words."""
    return {str(party): str(cell) for party, cell in duty_.letters.items()}
