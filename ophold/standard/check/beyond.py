"""Which of a standard's own conditions go beyond statute, which can be read both ways, and which statute has itself?

One row for each word a standard can put a condition in. Reading: what counts as narrower stands in
docs/decisions/0094-what-is-narrower.md. A test finds a word without a row.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType


class Reach(Enum):
    """How a condition stands to the groups that must be helped (SEL § 107(2))."""

    BEYOND = "beyond"  # asks more than statute: the text contradicts it
    NARROWS = "narrows"  # leaves out people in no. 2, whom statute names
    EITHER = "either"  # can be read as the least intrusive measure, or as a condition statute does not know
    WITHIN = "within"  # statute, or its own authority, says as much


# conditions in the target group
TARGET_GROUP: Mapping[str, Reach] = MappingProxyType(
    {
        "needs_investigation_development_or_stabilisation": Reach.BEYOND,
        "needs_support_and_training": Reach.BEYOND,
        "considerably_reduced_functioning": Reach.NARROWS,  # no. 2 asks for reduced, or for social problems alone
        "only_in_such_a_stay": Reach.EITHER,
        "not_in_an_ordinary_home": Reach.WITHIN,  # the minister's own account of what the stay is for
        "needs_a_temporary_stay_to_reach_it": Reach.WITHIN,  # one who needs no stay is outside § 107
        "needs_special_effort_for_a_period": Reach.WITHIN,  # that the need is for a time is the stay's own nature
    }
)

# conditions on the citizen
CITIZEN: Mapping[str, Reach] = MappingProxyType(
    {
        "motivated": Reach.BEYOND,
        "cooperates": Reach.BEYOND,
        "keeps_house_rules": Reach.BEYOND,
        "informs": Reach.WITHIN,  # one can be asked to help clarify one's case, and it is decided on the file if not
        "takes_part_in_assessment": Reach.WITHIN,
        "allows_medical_information": Reach.WITHIN,
    }
)
