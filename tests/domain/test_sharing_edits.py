"""Agreements and reporting duties: set, cleaned, refused, and mended where a name of them goes."""

from dataclasses import replace

import pytest

from socplanner.domain.flow_edits import SetCounterparts
from socplanner.domain.flow_inputs import Counterpart, Receiver
from socplanner.domain.history import Edit
from socplanner.domain.ids import RoleId
from socplanner.domain.limits import MOST_AGREEMENTS, MOST_REPORTING_DUTIES
from socplanner.domain.local_text import LocalText
from socplanner.domain.marking import Tlp
from socplanner.domain.party_edits import RemoveParty
from socplanner.domain.plan import NO_TEXT, Plan
from socplanner.domain.problem import EditRejected
from socplanner.domain.sharing_edits import (
    RemoveAgreement,
    RemoveReportingDuty,
    SetAgreement,
    SetReportingDuty,
)
from socplanner.domain.sharing_inputs import (
    Agreement,
    ReportingDuty,
    SharingAnswer,
    SharingSide,
    duties_without_role,
)
from tests.support.small_plan import A1, MSS, small_plan, text

ISAC, FSA = (
    Counterpart("isac", "community", text("ISAC")),
    Counterpart("fsa", "authority", text("F")),
)
WITH_ISAC, WITH_MSS = Receiver("counterpart", "isac"), Receiver("party", MSS)
PLAN = replace(small_plan(), counterparts=(ISAC,))
AGREEMENT = Agreement(WITH_ISAC, Tlp.GREEN)
DUTY = ReportingDuty("report", WITH_ISAC, text("Report"), A1, latest="P5D")


def test_an_agreement_is_added_replaced_and_removed() -> None:
    added = SetAgreement(AGREEMENT).apply(PLAN)
    assert added.sharing == (AGREEMENT,)
    both = SetAgreement(Agreement(WITH_MSS)).apply(added)
    changed = SetAgreement(AGREEMENT._replace(tlp=Tlp.RED)).apply(both)
    assert [(each.counterpart, each.tlp) for each in changed.sharing] == [
        (WITH_ISAC, Tlp.RED),
        (WITH_MSS, None),
    ]
    assert RemoveAgreement(WITH_ISAC).apply(changed).sharing == (Agreement(WITH_MSS),)
    assert SetAgreement(AGREEMENT).apply(added) is added


def test_picks_and_types_have_the_order_of_their_lists_and_each_is_there_once() -> None:
    mixed = SharingSide(
        why=SharingAnswer(("learn", "prevent", "learn"), LocalText("", " to\nlearn ")),
    )
    stated = AGREEMENT._replace(types=("ttps", "indicators", "ttps"), send=mixed)
    (agreement,) = SetAgreement(stated).apply(PLAN).sharing
    assert agreement.types == ("indicators", "ttps")
    assert agreement.send.why.picks == ("prevent", "learn")
    assert agreement.send.why.text == LocalText.same("to learn")


def test_a_duty_is_added_replaced_and_removed() -> None:
    added = SetReportingDuty(DUTY).apply(PLAN)
    changed = SetReportingDuty(DUTY._replace(earliest="P3D")).apply(added)
    assert [each.earliest for each in changed.reporting] == ["P3D"]
    assert RemoveReportingDuty("report").apply(changed).reporting == ()
    assert SetReportingDuty(DUTY).apply(added) is added


def test_a_default_counterpart_comes_with_the_edit_that_names_it() -> None:
    duty = DUTY._replace(to=Receiver("counterpart", "fsa"))
    after = SetReportingDuty(duty, (FSA,)).apply(PLAN)
    assert after.counterparts == (ISAC, FSA)
    agreement = Agreement(Receiver("counterpart", "fsa"))
    assert SetAgreement(agreement, (FSA,)).apply(PLAN).counterparts == (ISAC, FSA)


REFUSED: dict[str, tuple[Edit, str]] = {
    "with a role": (SetAgreement(Agreement(Receiver("role", A1))), "no-party-or-counterpart"),
    "unknown party": (SetAgreement(Agreement(Receiver("party", "no"))), "unknown-party"),
    "unknown counterpart": (
        SetAgreement(Agreement(Receiver("counterpart", "no"))),
        "unknown-counterpart",
    ),
    "unknown type": (
        SetAgreement(AGREEMENT._replace(types=("gossip",))),  # type: ignore[arg-type]
        "unknown-value",
    ),
    "pick of another question": (
        SetAgreement(AGREEMENT._replace(receive=SharingSide(why=SharingAnswer(("use",))))),
        "unknown-value",
    ),
    "long text": (
        SetAgreement(AGREEMENT._replace(note=LocalText.same("x" * 201))),
        "name-too-long",
    ),
    "no agreement": (RemoveAgreement(WITH_ISAC), "unknown-agreement"),
    "bad id": (SetReportingDuty(DUTY._replace(id="Two words")), "bad-id"),
    "no name": (SetReportingDuty(DUTY._replace(name=NO_TEXT)), "empty-name"),
    "to a role": (
        SetReportingDuty(DUTY._replace(to=Receiver("role", A1))),
        "no-party-or-counterpart",
    ),
    "to no one": (SetReportingDuty(DUTY._replace(to=Receiver("party", "no"))), "unknown-party"),
    "role": (SetReportingDuty(DUTY._replace(role=RoleId("x:Z-9"))), "unknown-role"),
    "day": (SetReportingDuty(DUTY._replace(as_of="2025-13-01")), "bad-day"),
    "duration": (SetReportingDuty(DUTY._replace(latest="5 days")), "bad-duration"),
    "beginning": (SetReportingDuty(DUTY._replace(earliest="soon")), "bad-duration"),
    "no end": (
        SetReportingDuty(DUTY._replace(earliest="P3D", latest="")),
        "earliest-without-latest",
    ),
    "ends first": (SetReportingDuty(DUTY._replace(earliest="P6D")), "latest-before-earliest"),
    "no duty": (RemoveReportingDuty("report"), "unknown-duty"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_valid_is_refused(name: str) -> None:
    edit, code = REFUSED[name]
    with pytest.raises(EditRejected) as refusal:
        edit.apply(PLAN)
    assert refusal.value.problem.code == code


def test_there_are_bounds() -> None:
    agreements = tuple(
        Agreement(Receiver("counterpart", str(number))) for number in range(MOST_AGREEMENTS)
    )
    duties = tuple(DUTY._replace(id=str(number)) for number in range(MOST_REPORTING_DUTIES))
    full = replace(PLAN, sharing=agreements, reporting=duties)
    for edit, code in (
        (SetAgreement(AGREEMENT), "too-many-agreements"),
        (SetReportingDuty(DUTY), "too-many-duties"),
    ):
        with pytest.raises(EditRejected) as refusal:
            edit.apply(full)
        assert refusal.value.problem.code == code
    assert SetReportingDuty(DUTY._replace(id="1", latest="P1D")).apply(full) != full


def _shared() -> Plan:
    plan = SetAgreement(AGREEMENT).apply(PLAN)
    plan = SetAgreement(Agreement(WITH_MSS)).apply(plan)
    plan = SetReportingDuty(DUTY).apply(plan)
    return SetReportingDuty(DUTY._replace(id="mss", to=WITH_MSS)).apply(plan)


def test_what_names_a_removed_party_or_counterpart_goes_with_it() -> None:
    plan = _shared()
    without_party = RemoveParty(MSS).apply(plan)
    assert (without_party.sharing, without_party.reporting) == ((AGREEMENT,), (DUTY,))
    without = SetCounterparts(()).apply(plan)
    assert [each.counterpart for each in without.sharing] == [WITH_MSS]
    assert [each.to for each in without.reporting] == [WITH_MSS]
    renamed = SetCounterparts((ISAC._replace(name=text("Other")),)).apply(plan)
    assert renamed.sharing is plan.sharing
    assert renamed.reporting is plan.reporting


def test_a_duty_of_a_removed_role_names_none() -> None:
    duties = (DUTY, DUTY._replace(id="other", role=None))
    assert duties_without_role(duties, A1)[0].role is None
    assert duties_without_role(duties, RoleId("x:B-1")) is duties
