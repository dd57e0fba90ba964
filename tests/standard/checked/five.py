"""What the checker finds in the five standards, and what of the law sheet's § 9 a general rule cannot see.

A row that changes here is a change that a policy officer sees.
"""

from __future__ import annotations

C, A, M, O, N = "conflict", "ambiguity", "missing", "outdated", "note"  # noqa: E741

# key → (severity, provision, code), in the order a page shows them
PINNED: dict[str, tuple[tuple[str, str, str], ...]] = {
    "lejre": (
        (C, "L8", "target-group-narrower"),
        (A, "L1", "remark-ambiguous"),
        (A, "L4", "respite-contradicts-itself"),
        (A, "L6", "remark-contradiction"),
        (A, "L10", "remark-contradiction"),
        (A, "L12", "response-deadline-start-missing"),
        (A, "L13", "follow-up-rhythm-missing"),
        (A, "L15", "remark-ambiguous"),
        (M, "L8", "must-group-unnamed"),
        (M, "L9", "contact-unreachable"),
        (M, "L17", "complaint-address-missing"),
        (M, "L17", "complaint-oral-missing"),
        (M, "L17", "complaint-window-missing"),
        (O, "L1", "citation-replaced"),
        (O, "L9", "citation-replaced"),
        (N, "", "adopting-body-missing"),
    ),
    "frederikssund": (
        (C, "F9", "own-home-narrower"),
        (A, "F3", "must-group-offered-as-may"),
        (A, "F9", "no-income-without-allowance"),
        (M, "", "adoption-date-missing"),
        (M, "", "complaint-route-missing"),
        (M, "", "municipality-unnamed"),
        (M, "", "response-deadline-missing"),
        (M, "F7", "follow-up-missing"),
        (N, "", "adopting-body-missing"),
        (N, "F9", "own-home-wider"),
    ),
    "ballerup": (
        (C, "B4", "target-group-extra-condition"),
        (C, "B5", "citizen-condition"),
        (A, "B9", "after-without-last-day"),
        (A, "B9", "grant-length-unclear"),
        (A, "B12", "remark-ambiguous"),
        (A, "B16", "weekday-unit-ambiguous"),
        (M, "", "adoption-date-missing"),
        (O, "B18", "citation-replaced"),
        (N, "", "adopting-body-missing"),
        (N, "B15", "hearing-always"),
        (N, "B15", "remark-copy-error"),
    ),
    "ishoej": (
        (A, "I3", "only-in-such-a-stay"),
        (A, "I5", "own-places-only"),
        (A, "I5", "price-without-equal-suitability"),
        (A, "I9", "public-housing-terms"),
        (M, "", "adoption-date-missing"),
        (M, "", "contact-missing"),
        (M, "I10", "complaint-oral-missing"),
        (M, "I11", "response-deadline-elsewhere"),
        (N, "", "adopting-body-unclear"),
        (N, "I3", "may-group-unnamed"),
    ),
    "hjoerring": (
        (C, "H2", "target-group-extra-condition"),
        (A, "H2", "remark-ambiguous"),
        (A, "H2", "residents-only"),
        (A, "H3", "action-plan-if-any"),
        (A, "H5", "frame-without-threshold"),
        (A, "H5", "support-levels-not-national"),
        (A, "H6", "weekday-unit-ambiguous"),
        (A, "H9", "after-without-last-day"),
        (A, "H10", "cleaning-charged"),
        (A, "H10", "remark-ambiguous"),
        (A, "H14", "response-deadline-start-missing"),
        (M, "", "complaint-route-missing"),
        (O, "H7", "citation-moved"),
    ),
}

UNCONFIRMED = {
    ("lejre", "L1", "citation-replaced"),  # that VEJ 10172 is the successor is recalled
    ("frederikssund", "F9", "no-income-without-allowance"),  # BEK 1387 § 2(4) has not been read
    ("ishoej", "I3", "may-group-unnamed"),  # by analogy with an opinion on another section
    ("hjoerring", "H7", "citation-moved"),  # the day the Elder Act came into force is recalled
}

# the law sheet's § 9, row by row: the codes that say it, or why no general rule can see it
SHEET: dict[str, tuple[str, ...] | str] = {
    "lejre 1": ("respite-contradicts-itself",),
    "lejre 2": ("remark-ambiguous",),
    "lejre 3": ("complaint-window-missing", "complaint-oral-missing"),
    "lejre 4": "Three channels for three kinds of complaint is no fault; the data keeps them apart.",
    "lejre 5": ("must-group-unnamed", "target-group-narrower"),
    "lejre 6": ("remark-ambiguous",),
    "lejre 7": ("remark-contradiction",),
    "lejre 8": ("follow-up-rhythm-missing",),
    "lejre 9": ("citation-replaced",),
    "lejre 10": ("response-deadline-start-missing",),
    "frederikssund 1": (
        "municipality-unnamed",
        "adoption-date-missing",
        "response-deadline-missing",
        "follow-up-missing",
        "complaint-route-missing",
    ),
    "frederikssund 2": ("own-home-wider", "own-home-narrower"),
    "frederikssund 3": ("no-income-without-allowance",),
    "frederikssund 4": "Misprints and broken signs are cleaned on the way in; the file holds our own words.",
    "frederikssund 5": "That stay and support are two decisions is lawful; the product links them.",
    "frederikssund 6": "That a lasting need ends the stay is the ministry's own account; the product passes it on.",
    "ballerup 1": ("remark-copy-error",),
    "ballerup 2": ("citizen-condition", "target-group-extra-condition"),
    "ballerup 3": ("grant-length-unclear",),
    "ballerup 4": ("weekday-unit-ambiguous",),
    "ballerup 5": ("hearing-always",),
    "ballerup 6": "One clock with two outcomes (docs/decisions/0012); the text is right on the four weeks.",
    "ballerup 7": ("after-without-last-day",),
    "ballerup 8": "Who sets the amount has no field; the rule on the acting municipality answers it.",
    "ballerup 9": ("citation-replaced",),  # the address of Ankestyrelsen is not kept in the data
    "ballerup 10": "Respite has no target group of its own in the data.",
    "ishoej 1": ("adoption-date-missing",),
    "ishoej 2": ("response-deadline-elsewhere",),
    "ishoej 3": ("own-places-only",),
    "ishoej 4": ("price-without-equal-suitability",),
    "ishoej 5": ("public-housing-terms",),
    "ishoej 6": "A decision may shorten the interval and never lengthen it; nothing is unclear.",
    "ishoej 7": "Naming the place in the grant is good practice and no finding.",
    "hjoerring 1": ("target-group-extra-condition",),
    "hjoerring 2": ("remark-ambiguous",),
    "hjoerring 3": ("remark-ambiguous",),
    "hjoerring 4": ("cleaning-charged",),
    "hjoerring 5": ("support-levels-not-national",),
    "hjoerring 6": ("action-plan-if-any",),
    "hjoerring 7": ("complaint-route-missing",),  # an empty section is not kept in the data
    "hjoerring 8": ("weekday-unit-ambiguous",),
    "hjoerring 9": ("frame-without-threshold",),
    "hjoerring 10": "What a web page said besides the adopted text is not in the file.",
}
