"""What every table has: a migration, Danish names, named constraints, and the municipality it belongs to."""

from __future__ import annotations

from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models
from django_scopes import scope
from django_scopes.exceptions import ScopeError

from ophold.site.demo.history import tables
from tests.architecture import tree

MODELS = [model for model in apps.get_models() if model.__module__.startswith("ophold.")]
# Nobody's rows in particular: the municipalities themselves, a browser's session, a try to sign in, a link over reads.
WITHOUT = {"people.Municipality", "people.Session", "people.SignInAttempt", "journal.ReadSeal"}
# Met outside a scope: who is asking is found before the scope is known, and a draft is the citizen's own until sent.
UNSCOPED = {"people.Account", "intake.Draft", "intake.DraftPaper", "attachments.FormPaper"}
# Open text: short, searched or listed; whoever writes into it is told to leave CPR numbers out (OpenCharField).
OPEN = {
    *("people.Municipality.name", "people.Account.name", "people.Account.username", "people.Session.contents"),
    *("people.Citizen.name", "people.Citizen.search_name", "people.Citizen.address", "people.Citizen.email"),
    *("cases.Party.name", "cases.Party.address", "cases.Party.scope", "cases.Party.basis", "cases.Clock.label"),
    "cases.Case.next_label",
    *("complaints.Complaint.name", "placements.Stay.acceptance"),
    # not about a person
    *("administration.SettingChange.source", "standards.AdoptedVersion.canonical"),
    *("people.Account.password", "cases.Clock.subject", "letters.Delivery.source", "decisions.Decision.rules"),
    *("decisions.Decision.facility", "placements.Stay.facility", "information.InformationRequest.provision"),
}
CASCADING = {
    "people.Session": ["account"],
    "intake.Draft": ["account"],
    "intake.DraftPaper": ["draft"],
    "attachments.FormPaper": ["account"],
}  # nothing without its account, and not a record
ACROSS = {"dispatch_to_send"}  # the worker's own list, over all municipalities


def _label(model: type[models.Model]) -> str:
    return model._meta.label


def _has(model: type[models.Model], name: str) -> bool:
    return any(field.name == name for field in model._meta.concrete_fields)


TENANTS = [model for model in MODELS if _has(model, "municipality")]


@pytest.mark.parametrize("model", tables(), ids=_label)
def test_no_part_of_a_case_has_an_index_of_the_municipality_alone(model: type[models.Model]) -> None:
    """A planner prefers it to the index of the case, and reads a whole municipality (docs/decisions/0086)."""
    keys = [field for field in model._meta.concrete_fields if isinstance(field, models.ForeignKey)]
    indexed = [field.name for field in keys if field.db_index]  # type: ignore[attr-defined] # the stubs lack it
    assert "municipality" not in indexed, "db_index=False"


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    said = StringIO()
    call_command("makemigrations", check=True, dry_run=True, stdout=said, verbosity=1)


def test_every_migration_is_named_by_hand() -> None:
    auto = [tree.named(path) for path in tree.files(".py", under="ophold/") if "_auto_" in path.name]
    assert not auto, auto


@pytest.mark.parametrize("model", MODELS, ids=_label)
def test_every_field_has_a_danish_name(model: type[models.Model]) -> None:
    nameless = [
        field.name
        for field in model._meta.local_concrete_fields
        if not field.primary_key and field._verbose_name is None  # type: ignore[attr-defined]
        if field.name not in {"password"}  # Django's own
    ]
    assert not nameless, nameless
    assert {"verbose_name", "verbose_name_plural"} <= model._meta.original_attrs.keys()


@pytest.mark.parametrize("model", MODELS, ids=_label)
def test_every_constraint_is_named_as_a_sentence(model: type[models.Model]) -> None:
    assert not model._meta.unique_together
    names = [constraint.name for constraint in model._meta.constraints]
    assert all(name.count("_") >= 2 and "%" not in name and name == name.lower() for name in names), names


@pytest.mark.parametrize("model", [model for model in MODELS if _label(model) not in WITHOUT], ids=_label)
def test_every_row_says_whose_it_is(model: type[models.Model]) -> None:
    assert _has(model, "municipality"), "a tenant's table carries municipality (the tenant trigger needs it)"


@pytest.mark.parametrize("model", TENANTS, ids=_label)
def test_a_tenants_constraints_and_list_indexes_begin_with_the_tenant_or_its_case(model: type[models.Model]) -> None:
    begins = {"municipality"} | {
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and _has(field.related_model, "municipality")
    }
    parts = [
        (constraint.name, constraint.fields)
        for constraint in model._meta.constraints
        if isinstance(constraint, models.UniqueConstraint)
    ] + [(index.name, index.fields) for index in model._meta.indexes]
    wrong = [name for name, fields in parts if fields and fields[0] not in begins and name not in ACROSS]
    assert not wrong, f"{wrong} begin with something that is not the municipality's or the case's"


@pytest.mark.parametrize("model", [model for model in TENANTS if _label(model) not in UNSCOPED], ids=_label)
def test_a_tenants_rows_are_met_within_a_scope_only(model: type[models.Model]) -> None:
    with scope(), pytest.raises(ScopeError):
        model._default_manager.all()


@pytest.mark.parametrize("model", MODELS, ids=_label)
def test_nothing_cascades_and_nothing_is_linked_without_a_model(model: type[models.Model]) -> None:
    assert not model._meta.local_many_to_many, "a link is a model of its own, with its municipality"
    cascading = [
        field.name
        for field in model._meta.local_concrete_fields
        if isinstance(field, models.ForeignKey) and field.remote_field.on_delete is models.CASCADE
    ]
    assert cascading == CASCADING.get(_label(model), [])


@pytest.mark.parametrize("model", MODELS, ids=_label)
def test_no_model_saves_in_its_own_way(model: type[models.Model]) -> None:
    own = {name for name in ("save", "delete", "clean", "full_clean") if name in vars(model)}
    assert not own, own


@pytest.mark.parametrize("model", MODELS, ids=_label)
def test_free_text_about_a_person_is_sealed(model: type[models.Model]) -> None:
    free = {
        f"{_label(model)}.{field.name}"
        for field in model._meta.local_concrete_fields
        if isinstance(field, models.CharField | models.TextField) and not field.choices
        if (field.max_length or 1000) > 64  # shorter: names of versions, kinds and keys
    }
    assert free <= OPEN, f"use people.fields.SealedTextField, or say in OPEN why not: {sorted(free - OPEN)}"
