"""The sections of a plan file, in the order in which they are read and written."""

from socplanner.formats.plan.sections.assessments import ASSESSMENTS
from socplanner.formats.plan.sections.calendar import CALENDAR_SECTION
from socplanner.formats.plan.sections.cost import COST_SECTION
from socplanner.formats.plan.sections.letter_sets import LETTER_SETS_SECTION
from socplanner.formats.plan.sections.limits import LIMITS_SECTION
from socplanner.formats.plan.sections.moves import MOVES_SECTION
from socplanner.formats.plan.sections.parties import PARTIES
from socplanner.formats.plan.sections.phases import PHASES
from socplanner.formats.plan.sections.roles import ROLES
from socplanner.formats.plan.sections.staffing import STAFFING_SECTION
from socplanner.formats.plan.sections.waivers import WAIVERS
from socplanner.formats.plan.sections.weights import WEIGHTS_SECTION

SECTIONS = (
    LETTER_SETS_SECTION,
    PARTIES,
    ROLES,
    PHASES,
    CALENDAR_SECTION,
    STAFFING_SECTION,
    COST_SECTION,
    LIMITS_SECTION,
    WAIVERS,
    ASSESSMENTS,
    WEIGHTS_SECTION,
    MOVES_SECTION,
)
