"""What nobody is meant to write: words, numbers, days and bodies that break programs. All from one seed."""

from __future__ import annotations

import random
from functools import cache
from urllib.parse import urlencode

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.attachments import papers
from tests.journeys.sheets import Form

Fields = list[tuple[str, str]]

WORDS = (
    *("", " ", "\x00", "a\x00b", "\x1b[31m", "\x7f", "\x85", "\r\nSet-Cookie: a=b", "\ud800", "x\udfffy", "\ufeff"),
    *("\u202eabc", "\u200b", "e" + "\u0301" * 400, "🏳️‍🌈" * 50, "ﷺ" * 90, "İ", "ß" * 200, "æøå", "𝟙𝟚", "١٢", "²", "½"),
    *("' OR 1=1 --", '"; DROP TABLE x; --', "%", "%00", "%s", "%(act)s", "{{ 7*7 }}", "{% raise %}", "{0}", "{}", "\\"),
    *("<script>alert(1)</script>", "]]>", "&amp;", "#sys.inputs", "#read(\"/etc/passwd\")", "$x^2$", "*_`=@<>~//"),
    *("../../etc/passwd", "//example.org", "javascript:alert(1)", "http://example.org/", "None", "null", "true", "[]"),
    *("610180-1234", "6101801234", "6203881234", "620388-1234", "000000-0000", "999999-9999"),
    *("a@b", "a@" + "b" * 300 + ".dk", "ÆØÅ@ÆØÅ.dk", "x" * 121, "x" * 201, "x" * 20_001, "\n" * 5_000),
)  # fmt: skip
NUMBERS = (
    *("0", "-1", "1", "2", "366", "2147483647", "2147483648", "9223372036854775807", "9223372036854775808"),
    *("1.5", "1e9"),
    *("1,5", "NaN", "Infinity", "-0", "+1", "0x10", "1_000", " 1 ", "007", "9" * 30, "9" * 5_000, "party:", "party:x"),
    *("party:²", "party:-1", "party:99999999999999999999", "١", "²"),
)  # fmt: skip
DAYS = (
    *(("1", "1", "1000"), ("31", "12", "9999"), ("30", "12", "9999"), ("1", "1", "9999"), ("29", "2", "2028")),
    *(("29", "2", "2027"), ("0", "1", "2026"), ("1", "13", "2026"), ("-1", "1", "2026"), ("٢", "٣", "٢٠٢٦")),
    *(("1", "1", "0001"), ("1", "1", "1700"), ("2", "3", "2026"), ("1", "3", "2026"), ("3", "3", "2026")),
    *(("31", "3", "2024"), ("1", "1", "3000"), ("²", "1", "2026"), ("\x00", "1", "2026"), ("1_", "1", "2026")),
    *(("2", "3", "2016"), ("2", "3", "2036"), ("28", "2", "1900"), ("1", "1", "1999"), (" 2", "3 ", "2026")),
)
INTEGERS = (0, 1, 2, 3, 2**31 - 1, 2**31, 2**63 - 1, 2**63, 10**30)
SLUGS = ("x", "_", "-", "a" * 300, "opsummering", "hjoerring", "undated-1", "2022-06-22", "BAL-2026-00001", "None", "0")
CHARSETS = (
    *(("",) * 50),
    *(f"; charset={name}" for name in ("utf-16", "utf-7", "nej", "hex", "idna", "undefined", "rot13")),
)
FILE_BOX = "papers"
SENT_AS = ("application/x-www-form-urlencoded", "multipart/form-data; boundary=", "application/json", "text/plain")


@cache
def texts(number: int = 400) -> tuple[str, ...]:
    """Texts that hypothesis thinks of, half surrogates included; the same every time."""
    found: list[str] = []

    @seed(107)
    @settings(
        max_examples=number,
        database=None,
        phases=[Phase.generate],
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.text(st.characters(exclude_categories=()), max_size=60))
    def think(text: str) -> None:
        found.append(text)

    think()
    return tuple(found)


def word(by: random.Random) -> str:
    """Something hostile; one in a hundred is a megabyte."""
    if by.random() < 0.01:
        return by.choice(("x", "æ", "\n", "1", "\x00")) * 1_000_000
    return by.choice(by.choice((WORDS, NUMBERS, texts())))


def filled(form: Form, by: random.Random, day: tuple[int, int, int]) -> Fields:
    """The form as somebody reasonable would send it, by one of its buttons."""
    sent: dict[str, list[str]] = {}
    offered: dict[str, list[str]] = {}
    beside = by.random() < 0.2  # a button that only adds or removes papers
    buttons = [
        control
        for control in form.controls
        if control.kind == "button" and (control.name in ("attach", "remove")) == beside
    ]
    for control in form.controls:
        name, part = control.name, control.name[-2:]
        if control.kind in ("radio", "option", "checkbox"):
            offered.setdefault(name, []).append(control.value)
        elif control.kind == "hidden":
            sent[name] = [control.value]
        elif control.kind == "file":
            if by.random() < 0.4:
                sent[name] = [""]
        elif control.kind != "button":
            box = {"_0": day[0], "_1": day[1], "_2": day[2]}.get(part)
            sent[name] = [str(box) if box else control.value or by.choice(("2", "2", "2", "2", "Kort svar.", ""))]
    sent |= {name: [by.choice(values)] for name, values in offered.items() if len(values) > 1 or by.random() < 0.5}
    if buttons:
        pressed = by.choice(buttons)
        sent[pressed.name] = [pressed.value]
    return [(name, value) for name, values in sent.items() for value in values]


def spoiled(fields: Fields, by: random.Random) -> Fields:
    """The same fields with up to four things wrong; sometimes with none."""
    sent = list(fields)
    for _ in range(by.choice((0, 0, 1, 1, 1, 2, 4))):
        if not sent:
            return [(word(by)[:200], word(by))]
        place = by.randrange(len(sent))
        name, value = sent[place]
        wrong = by.random()
        if wrong < 0.45:
            sent[place] = (name, word(by))
        elif wrong < 0.6 and name[-2:] in ("_0", "_1", "_2"):
            sent = _on(sent, name[:-2], by.choice(DAYS))
        elif wrong < 0.7:
            del sent[place]
        elif wrong < 0.8:
            sent.append((name, by.choice((value, word(by)))))
        elif wrong < 0.9:
            sent[place] = (name, by.choice(NUMBERS))
        else:
            sent.append(
                (by.choice(("act_key", "decide", "pdf", "show", "later", "nothing", "next", word(by)[:99])), word(by))
            )
    return sent


AHEAD = ("next_on", "until", "answer_by", "on")  # days that lie ahead; the others have been
SEEMLY = (
    *("Fatma Farah", "Moren ringede og fortalte.", "  mellemrum  ", "<b>fed</b> & co.", "Æblevænget 12\n2750 Ballerup"),
    *("🏳️‍🌈", "x" * 120, "e\u0301", "'; --", "{{ 7*7 }}", '#read("x")', "12", "\u202eabc"),
)


def meant(form: Form, by: random.Random) -> Fields:
    """The form as the one it was made for would fill it: a choice in each group, days that fit, a sentence in a box."""
    sent: dict[str, list[str]] = {}
    offered: dict[str, list[str]] = {}
    for control in form.controls:
        name, part = control.name, control.name[-2:]
        if control.kind in ("radio", "option", "checkbox"):
            offered.setdefault(name, []).extend([control.value] if control.value else [])
        elif part in ("_0", "_1", "_2") and not control.value:
            day = (20, 3, 2026) if name[:-2] in AHEAD else (2, 3, 2026)
            sent[name] = [str(day[int(part[1])]) if name[:-2] != "valid_to" else ""]
        elif control.kind not in ("button", "file"):
            sent[name] = [control.value or "Det har vi talt om i dag."]
    sent |= {name: [by.choice(values)] for name, values in offered.items() if values}
    if buttons := [control for control in form.controls if control.kind == "button"]:
        pressed = by.choice(buttons)
        sent[pressed.name] = [pressed.value]
    return [(name, value) for name, values in sent.items() for value in values]


def touched(fields: Fields, by: random.Random) -> Fields:
    """The same with one or two of what a person fills in changed, left out or said twice."""
    sent = list(fields)
    for _ in range(by.choice((1, 1, 2))):
        place = by.randrange(len(sent))
        name, value = sent[place]
        if name in ("csrfmiddlewaretoken", "act_key"):
            continue
        way = by.random()
        if name[-2:] in ("_0", "_1", "_2"):
            sent[place] = (name, str(by.randrange(1, 29)) if name.endswith("_0") else value)
        elif way < 0.7:
            sent[place] = (name, by.choice(SEEMLY) if by.random() < 0.6 else by.choice(texts()))
        elif way < 0.85:
            del sent[place]
        else:
            sent.append((name, value))
    return sent


def _on(fields: Fields, name: str, day: tuple[str, str, str]) -> Fields:
    return [
        (field, day[int(field[-1])]) if field[:-2] == name and field[-1] in "012" else (field, value)
        for field, value in fields
    ]


def percent(text: str, by: random.Random) -> str:
    """As it stands in an address or a form; half surrogates and other encodings go out as bytes that are no UTF-8."""
    encoding = by.choice(("utf-8",) * 12 + ("utf-16", "latin-1"))
    raw = text.encode(encoding, "surrogatepass" if encoding.startswith("utf") else "ignore")
    return "".join(chr(byte) if chr(byte).isalnum() and byte < 128 else f"%{byte:02X}" for byte in raw)


def query(by: random.Random) -> str:
    """What stands after the question mark."""
    names = ("vis", "trin", "efter", "slags", "foer", "kopi", "next", "gemt", "ret", "paa", "dato", "lang", "a[]")
    if by.random() < 0.05:
        return by.choice(("&" * 300, "=", "%", "%zz", "%ff%fe=%ff", "a=1;b=2", "a&" * 1500))
    chosen = by.choices(names, k=by.randrange(4))
    return "&".join(f"{name}={percent(word(by)[:3000], by)}" for name in chosen)


def body(fields: Fields, by: random.Random) -> tuple[bytes, str]:
    """The fields as they are sent, and the content type; mostly as a browser would."""
    way = by.random() if FILE_BOX not in dict(fields) else 0.8  # a form with files is sent as one
    if way < 0.75:
        return _urlencoded(fields, by), SENT_AS[0] + by.choice(CHARSETS)
    if way < 0.93:
        return _multipart(fields, by), "multipart/form-data; boundary=xyz"
    return by.choice((_urlencoded(fields, by), _multipart(fields, by)[:-9], b"\xff\xfe\x00", b"")), by.choice(SENT_AS)


def plain_body(fields: Fields) -> tuple[bytes, str]:
    """The fields as a browser sends them."""
    return urlencode([(name, value.encode("utf-8", "replace")) for name, value in fields]).encode(), SENT_AS[0]


def _urlencoded(fields: Fields, by: random.Random) -> bytes:
    return "&".join(f"{percent(name, by)}={percent(value, by)}" for name, value in fields).encode()


def _multipart(fields: Fields, by: random.Random) -> bytes:
    parts = []
    for name, value in fields:
        if name == FILE_BOX:
            parts += [_file(by) for _each in range(by.choice((0, 1, 1, 2)))]
            continue
        safe = name.replace("\r", "").replace("\n", "").replace('"', "")
        file = by.choice(("",) * 9 + ('; filename="../x\x00.pdf"',))
        part = f'--xyz\r\nContent-Disposition: form-data; name="{safe}"{file}\r\n\r\n{value}\r\n'
        parts.append(part.encode("utf-8", "surrogatepass"))
    return b"".join([*parts, b"--xyz--\r\n"])


def _file(by: random.Random) -> bytes:
    """A file, or what pretends to be one, under a name nobody should give it."""
    name = word(by)[:200].translate(str.maketrans("", "", '"\r\n'))
    head = f'--xyz\r\nContent-Disposition: form-data; name="{FILE_BOX}"; filename="{name}"\r\n\r\n'
    return head.encode("utf-8", "surrogatepass") + by.choice(files()) + b"\r\n"


@cache
def files() -> tuple[bytes, ...]:
    """Some that are taken, and more that are not."""
    real = (papers.pdf(), papers.png(), papers.jpeg())
    broken = (papers.pdf()[:300], papers.jpeg()[:-200], papers.pdf_that_runs(), papers.png_bomb(4_000))
    return (*real, *broken, b"", b"<html>", b"%PDF-", papers.packed(), bytes(1_000), b"\xff\xd8\xff", b"x" * 70_000)
