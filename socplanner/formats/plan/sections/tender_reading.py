"""Reading the section `tenders` of a plan file; imported only for a plan that has one."""

from types import MappingProxyType
from typing import Any, cast

from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.marking import Tlp
from socplanner.domain.tender_inputs import (
    NO_BID_ANSWER,
    NO_SERVICE_TERMS,
    NO_TENDER,
    AnswersByRole,
    Bid,
    BidAnswer,
    InformationHandling,
    ProviderTender,
    ServiceAssumptions,
    ServiceTerms,
    Tenders,
    TermsByRole,
    Transition,
)
from socplanner.domain.tender_validation import (
    COUNTED,
    LINES,
    answer_faults,
    assumption_faults_of_tender,
    bid_faults,
    handling_faults,
    service_terms_faults,
    transition_faults,
)
from socplanner.formats.format_error import Path
from socplanner.formats.plan.sections.part_reading import (
    amount_of,
    ids_of,
    phase_of,
    refuse_first,
    whole_of,
)
from socplanner.formats.plan.sections.section import References, TreeMapping
from socplanner.formats.plan.shapes import without_extensions
from socplanner.formats.plan.text_fields import line_of, long_text_of, records_of
from socplanner.formats.plan.yaml_reading import Tree


def tenders_in(tree: TreeMapping, references: References) -> Tenders:
    """Return the tenders of a file; raise FormatError with the path of what is wrong."""
    tenders = {}
    for party, entry in without_extensions(tree).items():
        path: Path = ("tenders", party)
        if party not in references.parties:
            raise references.unknown_party(party, path)
        tender = _tender(_record(entry), path, references)
        if tender != NO_TENDER:
            tenders[PartyId(party)] = tender
    return MappingProxyType(tenders)


def _tender(record: TreeMapping, path: Path, references: References) -> ProviderTender:
    return ProviderTender(
        _assumptions(_record(record.get("assumptions")), (*path, "assumptions")),
        _handling(_record(record.get("handling")), (*path, "handling")),
        _transition(_record(record.get("transition")), (*path, "transition")),
        _terms_by_role(_record(record.get("terms")), (*path, "terms"), references),
        _bids(records_of(record.get("bids")), (*path, "bids"), references),
    )


def _assumptions(record: TreeMapping, path: Path) -> ServiceAssumptions:
    counted: dict[str, Any] = {
        name: whole_of(record.pop(name.replace("_", "-"), None)) for name in COUNTED
    }
    assumptions = ServiceAssumptions(**counted, **_texts(record, path))
    refuse_first(assumption_faults_of_tender(assumptions), path)
    return assumptions


def _handling(record: TreeMapping, path: Path) -> InformationHandling:
    label = record.pop("tlp", None)
    tlp = None if label is None else Tlp(str(label))
    handling = InformationHandling(tlp, **_texts(record, path))
    refuse_first(handling_faults(handling), path)
    return handling


def _transition(record: TreeMapping, path: Path) -> Transition:
    transition = Transition(**_texts(record, path))
    refuse_first(transition_faults(transition), path)
    return transition


def _terms_by_role(record: TreeMapping, path: Path, references: References) -> TermsByRole:
    result = {}
    for role, entry in record.items():
        at = (*path, role)
        _check_role(role, at, references)
        fields = _record(entry)
        criteria = [str(each) for each in cast("list[Tree]", fields.pop("criteria", []))]
        for place, each in enumerate(criteria):
            _check_role(each, (*at, "criteria", place), references)
        terms = ServiceTerms(**_texts(fields, at), criteria=tuple(map(RoleId, criteria)))
        refuse_first(service_terms_faults(terms), at)
        if terms != NO_SERVICE_TERMS:
            result[RoleId(role)] = terms
    return MappingProxyType(result)


def _bids(records: list[TreeMapping], path: Path, references: References) -> tuple[Bid, ...]:
    ids = ids_of(records, path, "bid")
    return tuple(
        _bid(bid_id, record, (*path, place), references)
        for place, (bid_id, record) in enumerate(zip(ids, records, strict=True))
    )


def _bid(bid_id: str, record: TreeMapping, path: Path, references: References) -> Bid:
    bid = Bid(
        bid_id,
        line_of(str(record["vendor"]), (*path, "vendor")),
        str(record.get("date", "")),
        phase_of(record, "phase", path, references),
        _answers(_record(record.get("answers")), (*path, "answers"), references),
        flat=amount_of(record["flat"]) if "flat" in record else None,
        once=amount_of(record["once"]) if "once" in record else None,
        comment=long_text_of(str(record.get("comment", "")), (*path, "comment")),
    )
    refuse_first(bid_faults(bid), path)
    return bid


def _answers(record: TreeMapping, path: Path, references: References) -> AnswersByRole:
    result = {}
    for role, entry in record.items():
        at = (*path, role)
        _check_role(role, at, references)
        fields = _record(entry)
        answer = BidAnswer(
            cast("Any", fields.get("answer")),
            amount_of(fields["price"]) if "price" in fields else None,
            long_text_of(str(fields.get("comment", "")), (*at, "comment")),
        )
        refuse_first(answer_faults(answer), at)
        if answer != NO_BID_ANSWER:
            result[RoleId(role)] = answer
    return MappingProxyType(result)


def _texts(record: TreeMapping, path: Path) -> dict[str, Any]:
    """Return the texts of `record` by the names of their fields."""
    texts = {}
    for key, value in record.items():
        name, text = key.replace("-", "_"), str(value)
        is_line = name in LINES and text
        texts[name] = line_of(text, (*path, key)) if is_line else long_text_of(text, (*path, key))
    return texts


def _record(tree: Tree) -> TreeMapping:
    return without_extensions(cast("TreeMapping", tree or {}))


def _check_role(role: str, path: Path, references: References) -> None:
    if role not in references.roles:
        raise references.unknown_role(role, path)
