"""A new agreement filled in from what flows state: label, means, texts of what is handed on."""

from collections.abc import Iterable

from socplanner.domain.flow_inputs import MEANS
from socplanner.domain.local_text import Language, LocalText
from socplanner.domain.names import LONGEST_NAME
from socplanner.domain.sharing.shares import Share, strictest_label
from socplanner.domain.sharing.sharing_groups import SharingGroup
from socplanner.domain.sharing_inputs import (
    NO_SHARING_SIDE,
    Agreement,
    SharingAnswer,
    SharingSide,
)

_SEPARATORS: dict[Language, str] = {"ja": "、", "en": "; "}


def proposed_agreement(group: SharingGroup) -> Agreement:
    """Return an agreement with the counterpart of `group` as far as its shares state one."""
    return Agreement(
        group.counterpart,
        strictest_label(share.step.tlp for share in group.shares),
        send=_side(group.sent, "send"),
        receive=_side(group.received, "use"),
    )


def _side(shares: tuple[Share, ...], action: str) -> SharingSide:
    if not shares:
        return NO_SHARING_SIDE
    used = {means for share in shares for means in share.step.means}
    what = [share.step.sends for share in shares]
    return NO_SHARING_SIDE._replace(
        what=SharingAnswer(text=LocalText(_joined(what, "ja"), _joined(what, "en"))),
        how=SharingAnswer(tuple(each for each in MEANS if each in used)),
        action=SharingAnswer((action,)),
    )


def _joined(texts: Iterable[LocalText], language: Language) -> str:
    """Return different `texts` in one line, as many of them as a line may have."""
    result = ""
    for text in dict.fromkeys(each.in_(language) for each in texts):
        longer = f"{result}{_SEPARATORS[language]}{text}" if result and text else result or text
        if len(longer) > LONGEST_NAME:
            break
        result = longer
    return result
