from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from ophold.law.criteria import AllOf, Criterion, Fact, Facts, Not, OneOf, all_of, ask_next, names, not_, one_of, truth

NAMES = ("a", "b", "c", "d")


def _grown(parts: st.SearchStrategy[Criterion]) -> st.SearchStrategy[Criterion]:
    few = st.lists(parts, min_size=1, max_size=3).map(tuple)
    return st.builds(AllOf, few) | st.builds(OneOf, few) | st.builds(Not, parts)


facts: st.SearchStrategy[Facts] = st.dictionaries(st.sampled_from(NAMES), st.booleans())
trees: st.SearchStrategy[Criterion] = st.recursive(st.builds(Fact, st.sampled_from(NAMES)), _grown, max_leaves=6)
briefly = settings(max_examples=60, deadline=None, database=None)


def test_a_missing_fact_is_unknown_and_never_false() -> None:
    assert truth(Fact("a"), {}) is None
    assert truth(not_("a"), {}) is None
    assert truth(all_of("a", "b"), {"a": True}) is None
    assert truth(one_of("a", "b"), {"a": False}) is None


@given(tree=trees, known=facts, later=facts)
@briefly
def test_a_decided_answer_never_changes_when_more_facts_arrive(tree: Criterion, known: Facts, later: Facts) -> None:
    before = truth(tree, known)
    if before is not None:
        assert truth(tree, {**later, **known}) is before


@given(tree=trees, known=facts)
@briefly
def test_an_open_criterion_names_unknown_facts_to_ask_and_a_decided_one_none(tree: Criterion, known: Facts) -> None:
    asked = ask_next(tree, known)
    assert (asked == ()) is (truth(tree, known) is not None)
    assert set(asked) <= set(names(tree)) - set(known)


@given(tree=trees, answers=st.dictionaries(st.sampled_from(NAMES), st.booleans(), min_size=len(NAMES)))
@briefly
def test_asking_until_nothing_is_asked_always_decides(tree: Criterion, answers: Facts) -> None:
    known: dict[str, bool] = {}
    while asked := ask_next(tree, known):
        known[asked[0]] = answers[asked[0]]
    assert truth(tree, known) is truth(tree, answers)
