"""Which pages the menu leads to, for whom."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

from ophold.journey.intake.access import may_register
from ophold.record.people.choices import CASE_ROLES, AccountKind, Role
from ophold.site.addresses import fixed_address

# pages that stand under another's address
BELONGS = {"/sag/": "work-list", "/kvittering/": "my-cases", "/sammenlign/": "standards"}


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuLink:
    """One entry of the menu."""

    text: str
    href: str
    current: str  # for aria-current: "page" on the page itself, "true" on those under it, else empty


def may_search(request: HttpRequest) -> bool:
    """Whether the search box stands in the header: for staff who open cases, not on the search page itself."""
    account = request.user
    return account.is_authenticated and account.role in CASE_ROLES and request.path != fixed_address("search")


def main_menu(request: HttpRequest) -> list[MenuLink]:
    """The menu of the person asking, with the entry they are at."""
    return [
        MenuLink(text=text, href=href, current=_current(request.path, name, href))
        for text, name in _entries(request)
        for href in (fixed_address(name),)
    ]


def _entries(request: HttpRequest) -> list[tuple[str, str]]:
    account = request.user
    standards = (_("Standarder"), "standards")
    if not account.is_authenticated:
        return [(_("Forside"), "front"), (_("Søg om et ophold"), "apply-start"), standards]
    if account.kind == AccountKind.CITIZEN:
        return [(_("Mine sager"), "my-cases"), (_("Søg om et ophold"), "apply-start"), standards]
    if account.role in CASE_ROLES:
        register = [(_("Registrér"), "register")] if may_register(account) else []
        cover = [(_("Fravær"), "cover")] if account.role == Role.TEAM_LEADER else []
        return [(_("Arbejdsliste"), "work-list"), *register, *cover, standards]
    if account.role == Role.ADMINISTRATOR:
        return [(_("Kommunen"), "administration"), (_("Medarbejdere"), "staff"), standards]
    if account.role == Role.POLICY_OFFICER:
        return [(_("Kommunens standard"), "drafts"), standards]
    return [standards]


def _current(path: str, name: str, href: str) -> str:
    if path == href:
        return "page"
    under = href != "/" and path.startswith(href)
    return "true" if under or any(path.startswith(start) and owner == name for start, owner in BELONGS.items()) else ""
