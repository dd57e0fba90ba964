"""A page as a person meets it: the words on it, and the forms that can be filled in. No JavaScript."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser

Answer = str | int | bool | date | list[str] | tuple[str, ...] | None
_UNSEEN = {"script", "style", "head", "template"}
_VOID = {"input", "br", "img", "link", "meta", "hr", "source"}
_BREAKS = {"p", "li", "tr", "td", "th", "h1", "h2", "h3", "h4", "div", "dt", "dd", "legend", "label", "summary", "br"}


@dataclass(slots=True)
class Control:
    """One named control: what it offers and what stands in it."""

    name: str
    kind: str
    value: str = ""
    chosen: bool = True


@dataclass(slots=True)
class Form:
    """A form as it was drawn."""

    action: str
    method: str
    controls: list[Control] = field(default_factory=list)

    @property
    def names(self) -> set[str]:
        """What it asks."""
        return {control.name for control in self.controls}

    def drawn(self) -> dict[str, list[str]]:
        """What would be sent if nobody wrote anything."""
        sent: dict[str, list[str]] = {}
        for control in self.controls:
            if control.chosen and control.kind != "button":
                sent.setdefault(control.name, []).append(control.value)
        return sent

    def filled(self, answers: Mapping[str, Answer]) -> dict[str, list[str]]:
        """What is sent once the answers are written; only what is on the page can be answered."""
        sent = self.drawn()
        for name, answer in answers.items():
            sent |= self._answered(name, answer)
        return sent

    def pressed(self, button: str) -> dict[str, list[str]]:
        """What a button sends: one of that name, or of that name and value as `name=value`; it must be there."""
        name, _, value = button.partition("=")
        return {
            each.name: [each.value]
            for each in self.controls
            if each.kind == "button" and each.name == name and value in ("", each.value)
        }

    def _answered(self, name: str, answer: Answer) -> dict[str, list[str]]:
        if isinstance(answer, date):
            return {f"{name}_{n}": [str(part)] for n, part in enumerate((answer.day, answer.month, answer.year))}
        if answer is None and f"{name}_0" in self.names:
            return {f"{name}_{n}": [""] for n in range(3)}
        mine = [control for control in self.controls if control.name == name]
        assert mine, f"The page does not ask {name!r}; it asks {sorted(self.names)}"
        said = _as_sent(answer)
        offered = {control.value for control in mine}
        if mine[0].kind in ("radio", "checkbox", "option"):
            assert set(said) <= offered, f"{name} offers {sorted(offered)}, not {said}"
        return {name: said}


def _as_sent(answer: Answer) -> list[str]:
    if answer is None or answer is False:
        return []
    if answer is True:
        return ["on"]
    return [str(each) for each in answer] if isinstance(answer, list | tuple) else [str(answer)]


class Sheet(HTMLParser):
    """Reads a page once."""

    def __init__(self, html: str, address: str) -> None:
        super().__init__(convert_charrefs=True)
        self.forms: list[Form] = []
        self.links: dict[str, str] = {}  # words → address
        self.ids: set[str] = set()
        self._address = address
        self._open: Form | None = None
        self._select = self._area = ""
        self._words: list[str] = []
        self._link: tuple[str, list[str]] | None = None
        self._unseen = 0
        self.feed(html)
        self.close()

    @property
    def text(self) -> str:
        """Every word on the page, its spaces evened out."""
        return squeezed("".join(self._words))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag in _UNSEEN:
            self._unseen += 1
        if tag in _BREAKS:
            self._words.append("\n")
        if tag == "a":
            self._link = (found.get("href", ""), [])
        if tag == "form":
            self._open = Form(found.get("action") or self._address, found.get("method", "get").lower())
            self.forms.append(self._open)
        if self._open is not None:
            self._control(self._open, tag, found)

    def _control(self, form: Form, tag: str, found: dict[str, str]) -> None:
        name, kind = found.get("name", ""), found.get("type", "text")
        if tag == "input" and name:
            ticked = kind not in ("radio", "checkbox") or "checked" in found
            value = found.get("value", "on" if kind == "checkbox" else "")
            form.controls.append(Control(name, kind, value, ticked))
        elif tag == "textarea":
            self._area = name
            form.controls.append(Control(name, "textarea"))
        elif tag == "select":
            self._select = name
        elif tag == "option":
            form.controls.append(Control(self._select, "option", found.get("value", ""), "selected" in found))
        elif tag == "button" and name:
            form.controls.append(Control(name, "button", found.get("value", "")))

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen -= 1
        if tag in _BREAKS:
            self._words.append("\n")
        if tag == "form":
            self._open = None
        if tag == "textarea":
            self._area = ""
        if tag == "a" and self._link is not None:
            self.links.setdefault(squeezed("".join(self._link[1])), self._link[0])
            self._link = None

    def handle_data(self, data: str) -> None:
        if self._area and self._open is not None:
            self._open.controls[-1].value += data.removeprefix("\n") if not self._open.controls[-1].value else data
        if not self._unseen:
            self._words.append(data)
            if self._link is not None:
                self._link[1].append(data)


def squeezed(text: str) -> str:
    """Words with single spaces, a line for each line."""
    lines = (re.sub(r"[\s\u00a0]+", " ", line).strip() for line in text.replace("\u00ad", "").split("\n"))
    return "\n".join(line for line in lines if line)


def errors(html: str) -> Iterator[str]:
    """The lines of the error summary on top of a page."""
    found = re.search(r'data-module="error-summary".*?<ul[^>]*>(.*?)</ul>', html, re.DOTALL)
    for line in re.findall(r"<li>(.*?)</li>", found[1] if found else "", re.DOTALL):
        yield squeezed(re.sub(r"<[^>]+>", "", line))
