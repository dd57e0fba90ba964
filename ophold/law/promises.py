"""What a council can promise, as plain values that the rules take.

One type per matter. A standard's YAML is decoded into these (`ophold.standard`); a rule gets one and never sees
the file. Units are kept as adopted and never converted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Unit(Enum):
    """The unit a period was adopted in."""

    DAY = "days"  # calendar days
    WEEK = "weeks"
    MONTH = "months"
    YEAR = "years"
    WEEKDAY_MON_SAT = "weekdays_mon_sat"  # hverdage, Saturday counted
    WORKING_DAY_MON_FRI = "working_days_mon_fri"  # arbejdsdage
    FULL_DAY = "full_days"  # døgn: a quantity of stay, never a deadline


class Bound(Enum):
    """Three different promises that one number can carry."""

    WITHIN = "within"
    AFTER = "after"
    AT_LEAST_EVERY = "at_least_every"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """So many of a unit; `also_read_as` names other units the adopted word may mean."""

    value: int
    unit: Unit
    also_read_as: tuple[Unit, ...] = ()

    def meanings(self) -> tuple[Period, ...]:
        """The period in each unit its word may mean, the adopted one first."""
        return tuple(Period(value=self.value, unit=unit) for unit in (self.unit, *self.also_read_as))


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPeriod:
    """A period that a text promises one group of citizens; `key` is how a case names the group."""

    key: str  # "young_adults"
    da: str
    en: str
    period: Period


class Meaning(Enum):
    """What a number of days promises: three different things."""

    MAXIMUM = "maximum"  # no case takes longer
    PERCENTILE = "percentile"  # so many of a hundred cases take no longer; the rest may
    TYPICAL = "typical"  # what is usual, and no promise for the single case


class Start(Enum):
    """What sets a response deadline going."""

    RECEIPT = "receipt"  # the text says so
    NOT_STATED = "not_stated"  # the text is silent: statute's receipt of the application applies


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponsePromise:
    """How long an application may take (sagsbehandlingsfrist)."""

    within: Period
    start: Start
    acute_fast: bool = False  # acute cases are started fast, without a number
    meaning: Meaning = Meaning.MAXIMUM
    percent: int | None = None  # of a hundred cases, only with PERCENTILE
    for_groups: tuple[GroupPeriod, ...] = ()  # another deadline for some groups
    remitted_within: Period | None = None  # a case that Ankestyrelsen has sent back; None: the same as others


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedDeadline:
    """A deadline that stands in another, dated document (Ishøj's table), entered as a municipal setting."""

    within: Period
    published_on: date
    entered_by: str
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingPromise:
    """The council's own hearing promise (partshøring), beside statute's duty."""

    always: bool  # the draft is always sent, whatever statute requires
    within: Period  # how long a party has
    counted_from: str = "receipt"  # "receipt" | "sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """One follow-up promise: a period and which kind of promise it is."""

    bound: Bound
    period: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpPromise:
    """When the stay is followed up (opfølgning)."""

    first: Interval | None = None  # None: no first date is promised
    then: Interval | None = None  # None: no rhythm is promised
    by_need: bool = False  # follow-up also, or only, by need
    running: bool = False  # followed continuously, no interval at all
    decision_may_shorten: bool = False  # the single decision may set a closer rhythm, never a longer one
    more_often_for: tuple[GroupPeriod, ...] = ()  # a closer rhythm for some groups


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantLength:
    """How long a grant runs. Never ends a stay: a period is a day of review."""

    review_after: Period | None = None
    until_purpose_met: bool = False
    by_purpose: bool = False
    when_over: str = ""  # what the text says of the day after: "" not stated | "stay_goes_on" | "stay_ends"


@dataclass(frozen=True, slots=True, kw_only=True)
class RespitePromise:
    """Respite (aflastning) in full days (døgn) a year, a guideline and never a cap or an entitlement."""

    guideline: int | None = None
    individual: bool = True
    # the standard's own explanation as arithmetic: weekends a year, full days in each, and weeks of holiday
    pattern_weekends: int | None = None
    pattern_full_days_per_weekend: tuple[int, ...] = ()
    pattern_holiday_weeks: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintRoute:
    """Where and how a decision is complained about, as far as the standard says."""

    to: str
    address: tuple[str, ...] = ()
    email: str = ""
    citizen_within: Period | None = None  # None: the text does not state the citizen's four weeks
    oral: bool | None = None  # None: not stated
    reassessed_within: Period | None = None
    copy_to_citizen: bool | None = None
    conduct_to: str = ""  # complaints about case handling and staff conduct
    adviser: tuple[str, ...] = ()  # the citizens' adviser (borgerrådgiver), name and address lines


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPoint:
    """Where one turns first; bounds on age are whole years, `under_age` exclusive."""

    name: str
    phone: str = ""
    email: str = ""
    address: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()  # how it can be reached: "digital_post", "email", "letter", "phone"
    from_age: int | None = None
    under_age: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """First contact (indgang)."""

    points: tuple[ContactPoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingGrounds:
    """When the council says a stay ends: every group is one ground, all facts in a group must hold."""

    grounds: tuple[tuple[str, ...], ...]  # named facts, e.g. ("goals_met", "manages_without_support")
    may: bool = False  # the text says "may", not "does"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderChoice:
    """Who chooses the place, and by what."""

    free_choice: bool | None = None  # None: not stated
    wish_weighed: bool | None = None
    weighed: tuple[str, ...] = ()  # e.g. ("geography", "economy", "network")
    area: str = ""  # "" not stated | "own_municipality" | "own_municipality_first" | "whole_country" | "proximity"
    cheapest_of_equally_suited: bool = False
    equal_suitability_recorded: bool = False  # the text asks for a finding that they suit equally, before the price
    grant_names_facility: bool = False
    together_with_citizen: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderRequirements:
    """What a provider must be."""

    on_tilbudsportalen: bool = False
    approved: bool = False
    trained_staff: bool = False
    competence_matches: bool = False
    status_report_every: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CitizenConditions:
    """Conditions a standard puts on the citizen; they inform and never gate the groups statute says shall be helped."""

    conditions: tuple[str, ...]  # e.g. ("motivated", "cooperates", "informs", "keeps_house_rules")
    wished_only: bool = False  # the text says that they are hoped for and decide nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetGroup:
    """Whom the standard says the stay is for, beside statute's own limbs."""

    limbs_named: tuple[str, ...] = ()  # "107_2_1", "107_2_2", "107_1"
    offered_with_may: tuple[str, ...] = ()  # of those, the ones the text offers with "may"
    least_age: int | None = None
    also_requires: tuple[str, ...] = ()  # conditions beyond statute
    residents_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """How the extent of support is expressed."""

    levels: tuple[str, ...] = ()  # in rising order, in the standard's own words
    round_the_clock: bool | None = None
    granted_as_frame: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayEscort:
    """Staff on a holiday (ferieledsagelse)."""

    possible: bool
    within: Period | None = None
    joint_outings: int = 0
    beyond_facility_level: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalAllowance:
    """An amount that is left to the resident each month (rådighedsbeløb)."""

    kroner: int  # a month
    year: int  # the year whose level it is
    indexed: bool = False  # brought up every year


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPayment:
    """What the resident pays for, as the standard names it."""

    lines: tuple[str, ...] = ()  # "rent", "power", "heat", "water", "food", "laundry", …
    from_income: bool | None = None
    own_home: str = ""  # "" not stated | "special_rules" | "housing_free" | "whole_stay_free_if_expenses" | …
    no_income: str = ""  # "" not stated | "special_rules" | "not_charged" | "paid_for_personal_needs"
    public_housing_terms: bool = False  # the text speaks of rent or deposit by the rules of public housing
    own_home_for: Period | None = None  # how long the text exempts who keeps a home; None: it sets no limit
    personal_allowance: PersonalAllowance | None = None  # what is left to the resident each month; None: no figure


@dataclass(frozen=True, slots=True, kw_only=True)
class NoVacancy:
    """What happens when the granted place is full."""

    interim_solution: bool
    waiting_list: bool | None = None  # None: not stated


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSteps:
    """The order of the case's handling that the standard promises."""

    steps: tuple[
        str, ...
    ]  # "interview", "advice", "information", "assessment", "hearing", "remarks_weighed", "decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusions:
    """What the stay does not hold."""

    excluded: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeastIntrusive:
    """Less intrusive help is tested first (mindste indgreb)."""

    tested_first: bool
    decision_follows_inquiry: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalsPromise:
    """How goals are set."""

    with_citizen: bool | None = None  # None: not stated
    criteria: tuple[str, ...] = ()
    at_the_grant: bool = False
    action_plan: str = ""  # the § 141 plan: "" not stated | "is_offered" | "if_any"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices:
    """What the citizen hears on the way to a decision."""

    acknowledged_within: Period | None = None  # a receipt for the application
    interim_within: Period | None = None  # a first word on how far the case is, where it is not yet decided


@dataclass(frozen=True, slots=True, kw_only=True)
class Committee:
    """A committee that decides or recommends at its meetings (visitationsudvalg)."""

    name: str
    meets_every: Period | None = None
    calendar: str = ""  # where its meetings are published
    papers_before: Period | None = None  # how long before a meeting a case must be handed in
    oral_answer: bool | None = None  # whether the answer is told orally after the meeting; None: not stated
    written_within: Period | None = None  # the written decision after the meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentPromise:
    """How and by when the assessment (udredning) is made, and a threshold on it."""

    method: str = ""  # "" not stated | "vum" | "own"
    report_within: Period | None = None
    least_level: int | None = None  # on the national scale of functioning, 0 (none) to 4 (complete)
    threshold_da: str = ""  # a threshold in other terms than that scale
    threshold_en: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation:
    """Authority to decide that the council has given to another (delegation)."""

    to: str
    decides: tuple[str, ...] = ()  # what: "target_group", "extent", "place", "own_payment", "follow_up"
    agreement: str = ""  # the document it stands in
