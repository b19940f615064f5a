"""The sentences of the rules about flows: what is wrong, what to do, why it matters."""

from collections.abc import Mapping

from socplanner.wording.language import N_

FLOW_SENTENCES: Mapping[tuple[str, str], tuple[str, str]] = {
    ("W01", "no-party"): (
        N_("“{flow}”, step {step}: no party performs it ({r})."),
        N_("Give {r} to the party that does this step."),
    ),
    ("W01", "not-performed"): (
        N_("“{flow}”, step {step}: the role is not performed; the flow goes on without the step."),
        N_("Remove the step from the flow, or let the role be performed."),
    ),
    ("W02", "direct"): (
        N_(
            "“{flow}”, step {step}: a provider hands over to another one, and no one inside is "
            "consulted ({c}): {parties}."
        ),
        N_("Put a role of the organisation between the two, or consult ({c}) a party inside."),
    ),
    ("W03", "unmanned"): (
        N_("“{flow}”, step {step}: stops in {n} of the 168 hours of a week ({parties})."),
        N_("Fill those hours with on-call staff, a provider or an action approved in advance."),
    ),
    ("W04", "narrow"): (
        N_("“{flow}”, step {step}: {tlp} is too narrow for {receiver}."),
        N_("Choose a wider label, share a form fit for the receiver, or remove the receiver."),
    ),
    ("W05", "no-limit"): (
        N_("“{flow}”, step {step}: no time limit is stated."),
        N_("State by when the step is done, and from when that counts."),
    ),
    ("W06", "no-party"): (
        N_("“{flow}”, step {step}: no party performs {receiver}, which receives the result."),
        N_("Give {r} for that role to the party that receives it."),
    ),
    ("W06", "no-letter"): (
        N_("“{flow}”, step {step}: {parties} receives the result and has no letter here."),
        N_("Inform ({i}) or consult ({c}) the party, or remove it from the receivers."),
    ),
    ("W08", "no-lead"): (
        N_(
            "“{flow}”, step {step}: {receiver} is done by resident staff of {parties}, and the "
            "lead of the provider is not stated."
        ),
        N_("State the provider's lead at the party: orders go through that person."),
    ),
    ("W09", "over"): (
        N_("“{flow}”: the limits add up to {minutes}; the flow allows {allowed}."),
        N_("Shorten limits on the longest path, or allow the flow more time."),
    ),
    ("W09", "too-late"): (
        N_("“{flow}”, step {step}: its limit has passed before its turn comes."),
        N_("Shorten the limits of the steps before, or let the limit begin later."),
    ),
    ("W10", "nothing"): (
        N_("“{flow}”, step {step}: nothing of the flow is handed on to this role."),
        N_("Name the role among the receivers of a step before."),
    ),
}
"""What is wrong, and the remedy, by rule and variant."""

FLOW_RULES: Mapping[str, tuple[str, str]] = {
    "W01": (
        N_("Each step of a flow has a party"),
        N_("A step that no party performs is where a flow stops first."),
    ),
    "W02": (
        N_("Providers do not decide between themselves"),
        N_("What goes from provider to provider past the organisation is decided outside."),
    ),
    "W03": (
        N_("Incident response is manned"),
        N_("An incident does not wait for office hours."),
    ),
    "W04": (
        N_("Labels let their receivers read"),
        N_("A label that is too narrow is broken, or what is needed does not arrive."),
    ),
    "W05": (
        N_("Steps have a limit"),
        N_("Without a limit no one can tell that a step is late."),
    ),
    "W06": (
        N_("Receivers have a part"),
        N_("Who receives something without a letter does not know what it is for."),
    ),
    "W08": (
        N_("Orders to resident staff go through their lead"),
        N_(
            "Instructing the staff of a provider directly can count as unlawful supply of workers, "
            "in Japan as disguised contracting."
        ),
    ),
    "W09": (
        N_("Limits add up"),
        N_("A flow cannot be faster than its longest path."),
    ),
    "W10": (
        N_("Who performs receives something"),
        N_("A step begins when something arrives; here nothing does."),
    ),
}
"""What a rule asks for, and why it matters."""
