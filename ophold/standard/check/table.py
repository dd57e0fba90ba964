"""Every question the checker asks, the gravest first: code, severity, matter, where in the law (None: in the
text itself), and who answers.

One row each, and nowhere else. Codes are stable: they are published, pinned in tests and named in remarks.
Reading: docs/decisions/0093-severities.md. A conflict never rests on a source that was not seen.
"""

from __future__ import annotations

from ophold.law import sources
from ophold.standard.check import adoption, citations, complaint, deadlines, entitlement, payment
from ophold.standard.check.finding import Rule, Severity

_CONFLICT, _AMBIGUITY, _MISSING = Severity.CONFLICT, Severity.AMBIGUITY, Severity.MISSING
_OUTDATED, _NOTE = Severity.OUTDATED, Severity.NOTE

RULES: tuple[Rule, ...] = tuple(
    Rule(code=code, severity=severity, matter=matter, source=source, finds=finds)
    for code, severity, matter, source, finds in (
        # the text itself contradicts statute
        ("target-group-extra-condition", _CONFLICT, "target_group", sources.MUST, entitlement.extra_condition),
        ("target-group-narrower", _CONFLICT, "target_group", sources.MUST_NUMBER_TWO, entitlement.group_narrower),
        ("least-age-above-statute", _CONFLICT, "target_group", sources.LEAST_AGE, entitlement.age_above_statute),
        ("citizen-condition", _CONFLICT, "citizen_conditions", sources.MUST, entitlement.citizen_condition),
        ("own-home-narrower", _CONFLICT, "own_payment", sources.OWN_HOME, payment.own_home_narrower),
        ("grant-ends-by-itself", _CONFLICT, "grant_length", sources.NO_TIME_LIMIT, deadlines.grant_ends_by_itself),
        ("complaint-window-shorter", _CONFLICT, "complaint", sources.ORALLY_OR_IN_WRITING, complaint.window_shorter),
        ("complaint-oral-refused", _CONFLICT, "complaint", sources.ORALLY_OR_IN_WRITING, complaint.oral_refused),
        ("reassessment-longer", _CONFLICT, "complaint", sources.REASSESSED_FIRST, complaint.reassessment_longer),
        # can be read in more ways than one
        ("must-group-offered-as-may", _AMBIGUITY, "target_group", sources.MUST, entitlement.must_offered_with_may),
        ("only-in-such-a-stay", _AMBIGUITY, "target_group", sources.MUST, entitlement.only_in_a_stay),
        ("assessment-threshold", _AMBIGUITY, "assessment", sources.MUST, entitlement.assessment_threshold),
        ("residents-only", _AMBIGUITY, "target_group", sources.ACTING_MUNICIPALITY, entitlement.residents_only),
        ("own-places-only", _AMBIGUITY, "provider_choice", sources.MUST, entitlement.own_places_only),
        (
            "price-without-equal-suitability",
            _AMBIGUITY,
            "provider_choice",
            sources.INDIVIDUAL_JUDGEMENT,
            entitlement.price_without_equal_suitability,
        ),
        ("interim-help-refused", _AMBIGUITY, "no_vacancy", sources.MUST, entitlement.no_interim_help),
        (
            "respite-contradicts-itself",
            _AMBIGUITY,
            "respite",
            None,
            entitlement.respite_contradicts_itself,
        ),
        ("respite-capped", _AMBIGUITY, "respite", sources.INDIVIDUAL_JUDGEMENT, entitlement.respite_capped),
        ("support-levels-not-national", _AMBIGUITY, "extent", sources.FFB, entitlement.levels_not_national),
        ("frame-without-threshold", _AMBIGUITY, "extent", sources.REASONS, entitlement.frame_without_threshold),
        ("action-plan-if-any", _AMBIGUITY, "goals", sources.ACTION_PLAN, entitlement.plan_if_any),
        ("weekday-unit-ambiguous", _AMBIGUITY, "response_deadline", None, deadlines.unit_ambiguous),
        (
            "response-deadline-start-missing",
            _AMBIGUITY,
            "response_deadline",
            sources.RESPONSE_DEADLINE,
            deadlines.response_start_missing,
        ),
        (
            "response-deadline-not-for-every-case",
            _AMBIGUITY,
            "response_deadline",
            sources.RESPONSE_DEADLINE,
            deadlines.response_not_for_every_case,
        ),
        (
            "after-without-last-day",
            _AMBIGUITY,
            "follow_up",
            sources.CONTINUOUS_FOLLOW_UP,
            deadlines.after_without_last_day,
        ),
        ("follow-up-rhythm-missing", _AMBIGUITY, "follow_up", sources.CONTINUOUS_FOLLOW_UP, deadlines.rhythm_missing),
        ("grant-length-unclear", _AMBIGUITY, "grant_length", sources.NO_TIME_LIMIT, deadlines.grant_length_unclear),
        ("public-housing-terms", _AMBIGUITY, "own_payment", sources.PUBLIC_HOUSING, payment.public_housing_terms),
        ("own-home-limited", _AMBIGUITY, "own_payment", sources.OWN_HOME, payment.own_home_limited),
        ("cleaning-charged", _AMBIGUITY, "own_payment", sources.NO_STAFF_TIME, payment.cleaning_charged),
        (
            "no-income-without-allowance",
            _AMBIGUITY,
            "own_payment",
            sources.PERSONAL_NEEDS,
            payment.no_income_without_allowance,
        ),
        # a reader needs it and does not find it
        ("adoption-date-missing", _MISSING, "header", None, adoption.date_missing),
        ("municipality-unnamed", _MISSING, "header", None, adoption.municipality_unnamed),
        (
            "response-deadline-missing",
            _MISSING,
            "response_deadline",
            sources.RESPONSE_DEADLINE,
            deadlines.response_missing,
        ),
        (
            "response-deadline-elsewhere",
            _MISSING,
            "response_deadline",
            sources.RESPONSE_DEADLINE,
            deadlines.response_elsewhere,
        ),
        ("follow-up-missing", _MISSING, "follow_up", sources.CONTINUOUS_FOLLOW_UP, deadlines.follow_up_missing),
        ("complaint-route-missing", _MISSING, "complaint", sources.ORALLY_OR_IN_WRITING, complaint.route_missing),
        ("complaint-window-missing", _MISSING, "complaint", sources.ORALLY_OR_IN_WRITING, complaint.window_missing),
        ("complaint-oral-missing", _MISSING, "complaint", sources.ORALLY_OR_IN_WRITING, complaint.oral_missing),
        ("complaint-address-missing", _MISSING, "complaint", sources.COMPLAINT_GUIDANCE, complaint.address_missing),
        ("contact-missing", _MISSING, "contact", None, complaint.contact_missing),
        ("contact-unreachable", _MISSING, "contact", None, complaint.contact_unreachable),
        ("target-group-missing", _MISSING, "target_group", sources.MUST, entitlement.group_missing),
        ("must-group-unnamed", _MISSING, "target_group", sources.MUST, entitlement.must_group_unnamed),
        # cites what has been replaced
        ("citation-replaced", _OUTDATED, "header", None, citations.replaced),
        ("citation-moved", _OUTDATED, "header", None, citations.moved),
        # good to know
        ("hearing-always", _NOTE, "hearing", sources.HEARING_DUTY, deadlines.always_heard),
        ("own-home-wider", _NOTE, "own_payment", sources.OWN_HOME, payment.own_home_wider),
        ("may-group-unnamed", _NOTE, "target_group", sources.MAY_NOT_CLOSED, entitlement.may_group_unnamed),
        ("stands-elsewhere", _NOTE, "header", None, adoption.stands_elsewhere),
        ("adopting-body-missing", _NOTE, "header", None, adoption.body_missing),
        ("adopting-body-unclear", _NOTE, "header", None, adoption.body_unclear),
    )
)
