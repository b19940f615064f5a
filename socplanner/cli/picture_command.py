"""The part of `socplanner export` that writes pictures; what draws them comes from above.

Drawing needs Qt, which the terminal never imports: `__main__` hands the function over.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import cast

from socplanner.cli.arguments import Request, RequestRefused
from socplanner.cli.picture_arguments import (
    CARDS,
    DECISION,
    DOTS,
    FIND,
    FLOW_OF_PICTURE,
    LANES,
    MOMENT_OF_PICTURE,
    NO_TLP,
    ORDER,
    PAPER,
    PICTURE_OPTIONS,
    SUBJECT,
    TLP,
)
from socplanner.domain.board_choices import CARD_SIZES, LANE_KINDS, CardSize, LaneKind
from socplanner.domain.ids import PhaseId
from socplanner.domain.marking import Tlp
from socplanner.domain.picture_choices import (
    PICTURE_SUFFIXES,
    PNG,
    ROAD_MAP_ORDERS,
    USUAL_RESOLUTION,
)
from socplanner.domain.picture_options import Paper, PictureOptions, PictureSubject
from socplanner.domain.plan import Phase, Plan
from socplanner.domain.role_coverage import Moment, moment_of
from socplanner.wording.language import N_, Words
from socplanner.wording.terms import phase_name

DrawPicture = Callable[[Plan, PictureOptions, Words, date, str], bytes]
"""Returns a picture as the bytes of a file with a suffix; raises EditRejected where it cannot."""


def check_picture(request: Request, target: Path) -> None:
    """Raise RequestRefused if an option for pictures is given for another kind of file."""
    suffix = target.suffix.lower()
    for option in PICTURE_OPTIONS:
        needed = (PNG,) if option is DOTS else PICTURE_SUFFIXES
        if option.name in request.options and suffix not in needed:
            raise RequestRefused(
                N_("{option} is for pictures: choose a name that ends in {suffixes}, not {file}."),
                option=option.name,
                suffixes=", ".join(needed),
                file=target,
            )


def picture_options(request: Request, plan: Plan, phase: PhaseId) -> PictureOptions:
    """Return the options of the picture of `phase` that `request` has."""
    values = request.options
    label = values.get(TLP.name)
    tlp = plan.marking.tlp if label is None else None if label == NO_TLP else Tlp(label)
    return PictureOptions(
        PictureSubject(values.get(SUBJECT.name, PictureSubject.BOARD.value)),
        phase,
        Paper(values.get(PAPER.name, Paper.A4.value)),
        tlp,
        cast("LaneKind", values.get(LANES.name, LANE_KINDS[0])),
        values.get(FIND.name, ""),
        cast("CardSize", values.get(CARDS.name, CARD_SIZES[0])),
        dots=int(values.get(DOTS.name, USUAL_RESOLUTION)),
        order=values.get(ORDER.name, ROAD_MAP_ORDERS[0]),
        decision=values.get(DECISION.name, ""),
        flow=values.get(FLOW_OF_PICTURE.name, ""),
        moment=_moment(values.get(MOMENT_OF_PICTURE.name)),
    )


def _moment(text: str | None) -> Moment | None:
    """Return the moment of a walk; raise RequestRefused for a text that names none."""
    moment = None if text is None else moment_of(text)
    if text is not None and moment is None:
        raise RequestRefused(
            N_("“{text}” is no moment of a week: write a day and a time, such as “sun 03:00”."),
            text=text,
        )
    return moment


_WRITTEN = {
    PictureSubject.BOARD: N_("The board of phase “{phase}” is in {file}."),
    PictureSubject.MATRIX: N_("The matrix of phase “{phase}” is in {file}."),
    PictureSubject.ROAD_MAP: N_("The road map is in {file}."),
    PictureSubject.MATURITY: N_("The maturity is in {file}."),
    PictureSubject.FLOW: N_("The flows of phase “{phase}” are in {file}."),
    PictureSubject.REVIEW: N_("The review of phase “{phase}” is in {file}."),
    PictureSubject.SUMMARY: N_("The page for the directors is in {file}."),
}


def picture_written(options: PictureOptions, phase: Phase, target: Path, words: Words) -> str:
    """Return the message that the picture is in `target`."""
    name = phase_name(phase, words)
    return words.tr(_WRITTEN[options.subject], phase=name, file=target)
