"""Shares follow flows and letters: from which party, to whom, and whether they leave."""

from dataclasses import replace

from socplanner.domain.flow_inputs import BusinessFlow, Counterpart, FlowStep, Receiver, receiver_of
from socplanner.domain.flows.defaults import NO_DEFAULT_FLOWS, DefaultFlows
from socplanner.domain.ids import RoleId
from socplanner.domain.local_text import LocalText
from socplanner.domain.marking import Tlp
from socplanner.domain.plan import NO_TEXT, Plan
from socplanner.domain.sharing.duties import ListedDuty
from socplanner.domain.sharing.map_layout import sharing_map
from socplanner.domain.sharing.proposals import proposed_agreement
from socplanner.domain.sharing.shares import (
    Share,
    label_counts,
    shares_of,
    shown_flows,
    strictest_label,
)
from socplanner.domain.sharing.sharing_groups import SharingGroup, group_of, sharing_groups
from socplanner.domain.sharing_inputs import Agreement, ReportingDuty, SharingAnswer
from tests.support.flows import NIGHTLY, flow
from tests.support.small_plan import A1, A2, A3, A4, B1, IT, MSS, NOW, SOC, text

ISAC = Counterpart("isac", "community", text("ISAC"))
STAFF = Counterpart("staff", "staff", text("Staff"))
WITH_ISAC, WITH_MSS = Receiver("counterpart", "isac"), Receiver("party", MSS)
PLAN = replace(NIGHTLY, counterparts=(ISAC, STAFF))


def step(step_id: str, role: RoleId, to: str, tlp: Tlp | None = None) -> FlowStep:
    """Return a step that hands on to the receivers named in `to`."""
    receivers = tuple(receiver_of(each) for each in to.split())
    sends = text(f"news {step_id}")
    return FlowStep(step_id, role, text("Do"), sends=sends, to=receivers, tlp=tlp, means=("mail",))


def shares(*steps: FlowStep, plan: Plan = PLAN) -> list[tuple[str, str, str, bool]]:
    """Return step, sender, receiver and whether it leaves, of each share of a flow of `steps`."""
    return [
        (share.step.id, share.sender, share.to.text, share.leaves)
        for share in shares_of(plan, NOW, (flow(*steps),))
    ]


def test_a_role_that_receives_is_every_party_that_performs_it() -> None:
    # A1 is done by MSS, A2 by SOC, A4 by SOC and IT, B1 by no one.
    assert shares(step("1", A1, f"{A4}")) == [
        ("1", MSS, f"party:{SOC}", True),
        ("1", MSS, f"party:{IT}", True),
    ]
    assert shares(step("1", A1, f"{B1}"), step("2", B1, f"{A1}")) == []


def test_what_stays_with_a_party_is_no_share() -> None:
    assert shares(step("1", A2, f"{A4}")) == []  # SOC performs A4 among others
    assert shares(step("1", A4, f"{A2}")) == [("1", IT, f"party:{SOC}", False)]
    assert shares(step("1", A2, f"party:{SOC} party:{IT}")) == [("1", SOC, f"party:{IT}", False)]


def test_counterparts_are_outside_but_for_the_staff() -> None:
    assert shares(step("1", A2, "counterpart:isac counterpart:staff")) == [
        ("1", SOC, "counterpart:isac", True),
        ("1", SOC, "counterpart:staff", False),
    ]


def test_a_receiver_named_twice_shares_once() -> None:
    twice = step("1", A1, f"{A2} {A2} party:{SOC}")
    assert len(shares(twice)) == 2  # once as the role, once as the party


def test_without_flows_of_its_own_the_defaults_count() -> None:
    default = BusinessFlow("usual", text("Usual"))
    defaults = DefaultFlows((default,), (), {})
    assert [each.flow for each in shown_flows(PLAN, defaults)] == [default]
    own = replace(PLAN, flows=(flow(),))
    assert [each.flow.id for each in shown_flows(own, defaults)] == ["flow"]
    both = shown_flows(own, defaults, with_defaults=True)
    assert [each.flow.id for each in both] == ["usual", "flow"]
    assert shown_flows(PLAN, NO_DEFAULT_FLOWS) == ()


def test_the_strictest_label_comes_first() -> None:
    assert strictest_label((Tlp.GREEN, None, Tlp.AMBER_STRICT, Tlp.AMBER)) is Tlp.AMBER_STRICT
    assert strictest_label((None,)) is None
    some = shares_of(
        *(PLAN, NOW, (flow(step("1", A2, "counterpart:isac"), *_labelled(Tlp.GREEN, Tlp.RED)),))
    )
    assert label_counts(some) == {Tlp.RED: 1, Tlp.GREEN: 1, None: 1}
    assert list(label_counts(some)) == [Tlp.RED, Tlp.GREEN, None]


def _labelled(*labels: Tlp) -> tuple[FlowStep, ...]:
    return tuple(step(label.value, A2, "counterpart:isac", label) for label in labels)


def _groups(plan: Plan, *steps: FlowStep) -> tuple[SharingGroup, ...]:
    duty = ReportingDuty("r", WITH_ISAC, text("Report"))
    return sharing_groups(
        plan, shares_of(plan, NOW, (flow(*steps),)), (ListedDuty(duty, True),), plan.counterparts
    )


BOTH_SIDES = (
    step("1", A1, f"{A2} {A3}", Tlp.AMBER),
    step("2", A2, "counterpart:isac", Tlp.GREEN),
    step("3", A3, f"party:{MSS}", Tlp.RED),
)


def test_a_group_has_what_is_sent_and_what_is_received() -> None:
    mss, isac = _groups(PLAN, *BOTH_SIDES)
    assert (mss.counterpart, mss.kind) == (WITH_MSS, "provider")
    assert [share.step.id for share in mss.sent] == ["3"]
    assert [share.step.id for share in mss.received] == ["1", "1"]
    assert (isac.counterpart, isac.kind, len(isac.duties)) == (WITH_ISAC, "community", 1)
    assert group_of((mss, isac), WITH_ISAC) is isac
    assert group_of((mss,), WITH_ISAC) is None


def test_an_agreement_or_an_own_duty_alone_makes_a_group_and_a_default_duty_does_not() -> None:
    assert _groups(PLAN) == ()
    agreed = replace(PLAN, sharing=(Agreement(Receiver("party", IT)),))
    (group,) = _groups(agreed)
    assert (group.counterpart, group.kind) == (Receiver("party", IT), "internal")
    own = ReportingDuty("r", WITH_ISAC, text("Report"))
    (group,) = sharing_groups(PLAN, (), (ListedDuty(own, False),), PLAN.counterparts)
    assert group.duties == (own,)
    left_out = ListedDuty(own._replace(applies=False), False)
    assert sharing_groups(PLAN, (), (left_out,), PLAN.counterparts) == ()


def test_the_map_has_one_line_for_each_pair_with_the_strictest_label() -> None:
    plan_map = sharing_map(PLAN, _groups(PLAN, *BOTH_SIDES))
    assert plan_map.counterparts == (WITH_MSS, WITH_ISAC)
    assert plan_map.parties == (IT, SOC)
    lines = {(line.left, line.right): line for line in plan_map.lines}
    assert {place: (line.number, line.tlp) for place, line in lines.items()} == {
        (0, 0): (2, Tlp.RED),
        (1, 0): (1, Tlp.AMBER),
        (1, 1): (1, Tlp.GREEN),
    }
    assert (len(lines[0, 0].sent), len(lines[0, 0].received)) == (1, 1)


def test_a_proposal_has_what_the_flows_state() -> None:
    mss, _ = _groups(PLAN, *BOTH_SIDES)
    agreement = proposed_agreement(mss)
    assert (agreement.counterpart, agreement.tlp) == (WITH_MSS, Tlp.RED)
    assert agreement.send.action == SharingAnswer(("send",))
    assert agreement.receive.action == SharingAnswer(("use",))
    assert agreement.receive.how == SharingAnswer(("mail",))
    assert agreement.receive.what.text == text("news 1")
    assert agreement.send.why == SharingAnswer()


def test_a_proposal_is_no_longer_than_a_line_and_empty_where_nothing_is_shared() -> None:
    long = tuple(
        FlowStep(str(n), A2, text("Do"), sends=LocalText.same(str(n) * 90), to=(WITH_ISAC,))
        for n in range(4)
    )
    (group,) = _groups(PLAN, *long)
    what = proposed_agreement(group).send.what.text.en
    assert what == f"{'0' * 90}; {'1' * 90}"
    nothing = SharingGroup(WITH_ISAC, "community", (), (), None, ())
    assert proposed_agreement(nothing) == Agreement(WITH_ISAC)


def test_a_step_that_sends_nothing_proposes_no_text() -> None:
    silent = FlowStep("1", A2, text("Do"), to=(WITH_ISAC,))
    (group,) = _groups(PLAN, silent)
    assert isinstance(group.sent[0], Share)
    assert proposed_agreement(group).send.what.text == NO_TEXT
