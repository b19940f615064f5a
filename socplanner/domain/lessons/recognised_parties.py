"""Parties that prompts recognise by their id or name: the CSIRT, legal, public relations, sites.

A plan has no field for what a department does. The ids are those of the usual parties; names are
compared folded to lower case. Where none is recognised, the verdict is unclear.
"""

import re
from functools import cache

from socplanner.domain.plan import Party, Plan

_WORDS = {
    "csirt": r"csirt|cirt\b",
    "legal": r"法務|コンプライアンス|\blegal\b|compliance",
    "pr": r"広報|\bpr\b|public relations|communications",
    "sites": r"工場|事業所|拠点|支社|支店|海外|グループ会社|子会社|関連会社"
    r"|\bplants?\b|\bfactor(?:y|ies)\b|\bsites?\b|\bbranch(?:es)?\b|subsidiar|overseas"
    r"|group compan|affiliate",
}
_IDS = {"csirt": "csirt", "legal": "legal", "pr": "pr"}


def recognised(plan: Plan, kind: str) -> tuple[Party, ...]:
    """Return the parties of `kind`: csirt, legal, pr or sites. Authorities are none of them."""
    return tuple(party for party in plan.parties if party.kind != "authority" and _is(party, kind))


def _is(party: Party, kind: str) -> bool:
    texts = (party.name.ja, party.name.en, party.initials.ja, party.initials.en)
    return party.id == _IDS.get(kind) or any(
        _pattern(kind).search(text.lower()) is not None for text in texts
    )


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """Return the words of `kind` compiled when they are first needed."""
    return re.compile(_WORDS[kind])
