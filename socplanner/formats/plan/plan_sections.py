"""The sections of a plan file, in the order in which they are read and written."""

from socplanner.formats.plan.sections.assessments import ASSESSMENTS
from socplanner.formats.plan.sections.calendar import CALENDAR_SECTION
from socplanner.formats.plan.sections.conflicts import CONFLICTS_SECTION
from socplanner.formats.plan.sections.cost import COST_SECTION
from socplanner.formats.plan.sections.exercises import EXERCISES_SECTION
from socplanner.formats.plan.sections.flows import COUNTERPARTS_SECTION, FLOWS_SECTION
from socplanner.formats.plan.sections.lessons import LESSONS_SECTION
from socplanner.formats.plan.sections.letter_sets import LETTER_SETS_SECTION
from socplanner.formats.plan.sections.limits import LIMITS_SECTION
from socplanner.formats.plan.sections.moves import MOVES_SECTION
from socplanner.formats.plan.sections.parties import PARTIES
from socplanner.formats.plan.sections.phases import PHASES
from socplanner.formats.plan.sections.roles import ROLES
from socplanner.formats.plan.sections.sharing import REPORTING_SECTION, SHARING_SECTION
from socplanner.formats.plan.sections.staffing import STAFFING_SECTION
from socplanner.formats.plan.sections.tenders import TENDERS_SECTION
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
    COUNTERPARTS_SECTION,
    FLOWS_SECTION,
    EXERCISES_SECTION,
    SHARING_SECTION,
    REPORTING_SECTION,
    LESSONS_SECTION,
    TENDERS_SECTION,
    CONFLICTS_SECTION,
)
