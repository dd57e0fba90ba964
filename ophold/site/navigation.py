"""Which pages the menu leads to, for whom."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from ophold.record.people.choices import AccountKind, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuLink:
    """One entry of the menu."""

    text: str
    href: str
    current: bool


def main_menu(request: HttpRequest) -> list[MenuLink]:
    """The menu of the person asking; the longest address that fits the page is the current one."""
    entries = [(text, address) for text, name in _entries(request) if (address := address_of(name))]
    fitting = [address for _text, address in entries if request.path.startswith(address) and address != "/"]
    here = max(fitting, key=len, default="/" if request.path == "/" else "")
    return [MenuLink(text=text, href=address, current=address == here) for text, address in entries]


def _entries(request: HttpRequest) -> list[tuple[str, str]]:
    account = request.user
    if not account.is_authenticated:
        return [(_("Forside"), "front"), (_("Søg om et ophold"), "apply-start"), (_("Standarder"), "standards")]
    if account.kind == AccountKind.CITIZEN:
        return [(_("Mine sager"), "my-cases"), (_("Søg om et ophold"), "apply-start"), (_("Standarder"), "standards")]
    if account.role == Role.POLICY_OFFICER:
        return [(_("Standarder"), "standards")]
    return [(_("Arbejdsliste"), "work-list"), (_("Registrér"), "register"), (_("Standarder"), "standards")]


def address_of(name: str) -> str | None:
    """None for a page that this installation does not have."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return None
