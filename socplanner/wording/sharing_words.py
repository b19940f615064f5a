"""Information sharing in words: questions, picks, types, counterparts, agreements and shares."""

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from socplanner.domain.flow_inputs import (
    COUNTERPART_KINDS,
    Counterpart,
    Means,
    Receiver,
)
from socplanner.domain.flows.audience import is_too_narrow
from socplanner.domain.ids import PartyId
from socplanner.domain.marking import Tlp
from socplanner.domain.plan import Plan
from socplanner.domain.sharing.shares import Share, label_counts
from socplanner.domain.sharing.sharing_groups import SharingGroup
from socplanner.domain.sharing_inputs import (
    Agreement,
    SharingAnswer,
    SharingQuestion,
    SharingSide,
    ThreatType,
)
from socplanner.wording.flow_words import (
    counterpart_kind_name,
    duration_text,
    means_name,
    receiver_name,
    receiver_short,
)
from socplanner.wording.language import N_, Words
from socplanner.wording.marking import tlp_label
from socplanner.wording.terms import listed, party_kind_name, party_label, role_code

_QUESTIONS: Mapping[SharingQuestion, str] = {
    "why": N_("Why"),
    "when": N_("When"),
    "what": N_("What"),
    "where": N_("Where"),
    "who": N_("Who"),
    "how": N_("How"),
    "action": N_("Action"),
}
_PICKS: Mapping[str, str] = {
    "prevent": N_("Prevent"),
    "detect": N_("Detect"),
    "limit-damage": N_("Limit damage"),
    "learn": N_("Learn"),
    "normal-time": N_("In normal times"),
    "attack-elsewhere": N_("Attack seen elsewhere"),
    "own-incident": N_("Own incident in progress"),
    "after-closing": N_("After closing"),
    "vulnerability": N_("Vulnerability"),
    "attack": N_("Source or method of attack"),
    "indicators": N_("Indicators"),
    "ttps": N_("Tactics, techniques, procedures"),
    "countermeasure": N_("Countermeasure"),
    "public": N_("In public"),
    "community": N_("Members-only community"),
    "bilateral": N_("Bilateral"),
    "inside": N_("Inside the organisation"),
    "executive": N_("Executive"),
    "manager": N_("Manager"),
    "analyst": N_("Analyst"),
    "operator": N_("Operator"),
    "send": N_("Send"),
    "use": N_("Use"),
}
_TYPES: Mapping[ThreatType, str] = {
    "indicators": N_("Indicators"),
    "ttps": N_("Tactics, techniques, procedures"),
    "alerts": N_("Security alerts"),
    "reports": N_("Threat intelligence reports"),
    "configurations": N_("Tool configurations"),
}


def question_name(question: SharingQuestion, words: Words) -> str:
    """Return the name of `question`."""
    return words.tr(_QUESTIONS[question])


def pick_name(question: SharingQuestion, pick: str, words: Words) -> str:
    """Return the name of a `pick` of `question`."""
    if question == "how":
        return means_name(cast("Means", pick), words)
    return words.tr(_PICKS[pick])


def threat_type_name(kind: ThreatType, words: Words) -> str:
    """Return the name of a type of threat information."""
    return words.tr(_TYPES[kind])


def answer_text(question: SharingQuestion, answer: SharingAnswer, words: Words) -> str:
    """Return the picks of `answer` and its text, empty where it has neither."""
    picks = listed((pick_name(question, pick, words) for pick in answer.picks), words)
    text = words.local(answer.text)
    if not picks or not text:
        return picks or text
    return words.tr("{picks}: {text}", picks=picks, text=text)


def sharing_side_name(side: str, words: Words) -> str:
    """Return the name of the side `send` or `receive`."""
    return words.tr("We send") if side == "send" else words.tr("We receive")


def side_lines(side: SharingSide, words: Words) -> Iterator[str]:
    """Yield each answered question of `side` with its answer."""
    for question, answer in side.answers().items():
        text = answer_text(question, answer, words)
        if text:
            yield words.tr(
                "{question}: {answer}", question=question_name(question, words), answer=text
            )


def types_text(agreement: Agreement, words: Words) -> str:
    """Return the types of threat information that `agreement` is about."""
    return listed((threat_type_name(each, words) for each in agreement.types), words)


def counterpart_kind_text(kind: str, words: Words) -> str:
    """Return the name of the kind of a counterpart or of a party."""
    if kind in COUNTERPART_KINDS:
        return counterpart_kind_name(kind, words)
    return party_kind_name(kind, words)


def share_target(
    plan: Plan, share: Share, counterparts: Iterable[Counterpart], words: Words
) -> str:
    """Return who receives `share`: the party, with the code of the role that receives."""
    name = receiver_name(plan, share.to, counterparts, words)
    if share.role is None:
        return name
    return words.tr("{party} ({role})", party=name, role=role_code(plan, share.role))


def share_sender(plan: Plan, share: Share, words: Words) -> str:
    """Return who sends `share`: the party, with the code of its role."""
    party = party_label(plan, PartyId(share.sender), words)
    return words.tr("{party} ({role})", party=party, role=role_code(plan, share.step.role))


def short_sender(plan: Plan, share: Share, words: Words) -> str:
    """Return who sends `share` for a narrow place: initials of the party, code of the role."""
    name = receiver_short(plan, Receiver("party", share.sender), (), words)
    return words.tr("{party} ({role})", party=name, role=role_code(plan, share.step.role))


def short_target(
    plan: Plan, share: Share, counterparts: Iterable[Counterpart], words: Words
) -> str:
    """Return who receives `share` for a narrow place."""
    name = receiver_short(plan, share.to, counterparts, words)
    if share.role is None:
        return name
    return words.tr("{party} ({role})", party=name, role=role_code(plan, share.role))


def share_content(share: Share, words: Words) -> str:
    """Return what is handed on: what the step sends, or else what it does."""
    return words.local(share.step.sends) or words.local(share.step.does)


def share_means(share: Share, words: Words) -> str:
    """Return by which means it is handed on."""
    return listed((means_name(each, words) for each in share.step.means), words)


def share_limit(share: Share, words: Words) -> str:
    """Return by when it is handed on, empty where that is not stated."""
    return duration_text(share.step.limit, words) if share.step.limit else ""


def short_label(label: Tlp | None, words: Words) -> str:
    """Return a label of the Traffic Light Protocol without its prefix."""
    return words.tr("no label") if label is None else tlp_label(label).removeprefix("TLP:")


def label_remark(label: Tlp | None, kind: str, words: Words) -> str:
    """Return that `label` keeps information from a counterpart of `kind`, empty where not."""
    if label is None or not is_too_narrow(label, kind):
        return ""
    return words.tr(
        "{label} is too narrow for this counterpart: it may not receive such information.",
        label=tlp_label(label),
    )


def label_counts_text(shares: Iterable[Share], words: Words) -> str:
    """Return how many of `shares` have each label: `RED 3, AMBER 2`."""
    counts = label_counts(shares)
    return listed((f"{short_label(label, words)} {n}" for label, n in counts.items()), words)


def group_sentence(
    plan: Plan, group: SharingGroup, counterparts: Iterable[Counterpart], words: Words
) -> str:
    """Return what is shared with a counterpart in a sentence, for a reader of the screen."""
    parts = [
        receiver_name(plan, group.counterpart, counterparts, words),
        counterpart_kind_text(group.kind, words),
        words.tr("{n} sent", n=len(group.sent)),
        words.tr("{n} received", n=len(group.received)),
    ]
    if group.shares:
        parts.append(label_counts_text(group.shares, words))
    if group.agreement is not None:
        parts.append(words.tr("with an agreement"))
    return listed(parts, words)
