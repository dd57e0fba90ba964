"""One version in each of its forms, under an address that stays."""

from __future__ import annotations

import json

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from ophold.record import clock
from ophold.record.cases.standards import current_settings, statute
from ophold.site.published import caching, document
from ophold.site.published.addresses import slug
from ophold.site.published.open_list import LICENSE, addresses
from ophold.site.published.publication import version_or_404
from ophold.standard.canonical import as_plain, canonical_text
from ophold.standard.resolve import answers
from ophold.standard.shape import Standard
from ophold.standard.sheet import answer_as_dict
from ophold.standard.standing import standing


@require_safe
def as_yaml(request: HttpRequest, key: str, version: str) -> HttpResponse:
    """The version as it is written down: canonical YAML."""
    found = version_or_404(key, version)
    return caching.file(request, canonical_text(found.standard), kind="application/yaml; charset=utf-8",
                        name=_name(found.standard, "yaml"), changed=found.changed)  # fmt: skip


@require_safe
def as_json(request: HttpRequest, key: str, version: str) -> HttpResponse:
    """The same as JSON, which the JSON Schema describes."""
    found = version_or_404(key, version)
    text = json.dumps(as_plain(found.standard), ensure_ascii=False, indent=2)
    return caching.file(request, text, kind="application/json", name=_name(found.standard, "json"),
                        changed=found.changed)  # fmt: skip


@require_safe
def as_answers(request: HttpRequest, key: str, version: str) -> HttpResponse:
    """Every question answered today, with the level each answer is from."""
    found = version_or_404(key, version)
    today = clock.today()
    said = answers(found.standard, statute(today), current_settings(today).get(key))
    held = {
        "key": key, "name": found.standard.header.name, "version": slug(version), "on": today.isoformat(),
        "standing": standing(found.catalogue, found.standard, today).place.value,
        "addresses": addresses(found.standard, request.build_absolute_uri), "license": LICENSE,
        "answers": {name: answer_as_dict(each) for name, each in said.items()},
    }  # fmt: skip
    return caching.file(request, json.dumps(held, ensure_ascii=False, indent=2), kind="application/json",
                        name=_name(found.standard, "svar.json"), kept=caching.LIST_KEPT)  # fmt: skip


@require_safe
def as_pdf(request: HttpRequest, key: str, version: str, language: str = "da") -> HttpResponse:
    """The version as a tagged PDF."""
    found = version_or_404(key, version)
    today = clock.today()
    place = standing(found.catalogue, found.standard, today)
    made = document.pdf(found.standard, statute(today), current_settings(today).get(key), place, language)
    name = _name(found.standard, "pdf" if language == "da" else f"{language}.pdf")
    return caching.file(request, made, kind="application/pdf", name=name, language=language, changed=found.changed)


@require_safe
def provision(request: HttpRequest, key: str, version: str, provision: str) -> HttpResponse:
    """To one provision on its version's page; the address of a provision outlives its version."""
    found = version_or_404(key, version)
    if provision not in found.standard.provisions:
        raise Http404
    return redirect(f"{reverse('standard', args=[key, version])}#{provision}")


@require_safe
def old_address(request: HttpRequest, key: str, version: str, rest: str = "") -> HttpResponse:
    """From the English name an undated version had in addresses before to its Danish one."""
    found = version_or_404(key, version)
    return redirect(reverse("standard", args=[key, found.standard.version]) + rest, permanent=True)


def _name(standard: Standard, ending: str) -> str:
    return f"{standard.key}-{slug(standard.version)}.{ending}"
