"""The comparison as a page: chosen in the address, the same for everybody, honest about silence and statute."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from pytest_django import Settings

from ophold.record.cases.standards import catalogue, installed, statute
from ophold.standard.compare import compare
from ophold.standard.questions import QUESTIONS
from tests.journeys.folders import change, newer_version, own_folders, with_the_sixth
from tests.people import TODAY, Browser

pytestmark = pytest.mark.django_db

FIVE = ("ballerup", "frederikssund", "hjoerring", "ishoej", "lejre")


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def heads(html: str) -> list[str]:
    return re.findall(r'<th scope="col" role="columnheader"><a [^>]*>([^<]+)</a>', html)


def test_two_municipalities_stand_in_the_order_of_the_address(client: Browser) -> None:
    html = client.get("/sammenlign/?k=lejre&k=ballerup").text
    assert heads(html) == ["Lejre", "Ballerup"]
    assert html.count('name="k" value=') == len(FIVE)
    assert re.search(r'value="lejre" checked', html)
    assert not re.search(r'value="ishoej" checked', html)


def test_few_are_shown_unasked_and_the_same_one_only_once(client: Browser) -> None:
    assert len(heads(client.get("/sammenlign/").text)) == len(FIVE)
    assert len(heads(client.get("/sammenlign/?k=alle").text)) == len(FIVE)
    assert heads(client.get("/sammenlign/?k=lejre&k=lejre").text) == ["Lejre"]


def test_an_unknown_name_is_told_and_left_out(client: Browser) -> None:
    answer = client.get("/sammenlign/?k=lejre&k=%3Cb%3Eatlantis")
    assert answer.status_code == 200
    assert heads(answer.text) == ["Lejre"]
    assert "&lt;b&gt;atlantis" in answer.text
    assert "<b>atlantis" not in answer.text
    nobody = client.get("/sammenlign/?k=atlantis").text
    assert "Vælg de kommuner, du vil se side om side." in nobody
    assert "<svg role=" not in nobody


def test_a_long_list_of_unknown_names_does_not_fill_the_page(client: Browser) -> None:
    html = client.get("/sammenlign/?k=lejre" + "".join(f"&k=ukendt{number}x" for number in range(150))).text
    (told,) = re.findall(r"med navnet ([^.]+)\.", html)
    assert told == "ukendt0x, ukendt1x, ukendt2x, ukendt3x, ukendt4x"
    assert heads(html) == ["Lejre"]


def test_every_question_is_a_row_with_a_cell_for_each_or_told_as_said_by_none(client: Browser) -> None:
    html = client.get("/sammenlign/?k=alle").text
    compared = compare([each[-1] for each in installed().standards.values()], statute(TODAY), year=2026, settings={})
    unsaid = [row.question.title.da for row in compared.rows if row.unsaid]
    said = [row.question.title.da for row in compared.rows if not row.unsaid]
    assert len(said) + len(unsaid) == len(QUESTIONS)
    assert html.count('<th scope="row"') == len(said) + 1  # and the scale of days
    assert html.count('<td role="cell"') == (len(said) + 1) * len(FIVE)
    for title in said:
        assert f">{title}</th>" in html
    assert unsaid
    assert f"heller ikke fastsat i loven: {' · '.join(unsaid)}" in plain(html)
    assert ">Venteliste</th>" not in html


def test_a_deadline_that_is_no_outer_limit_is_not_drawn_as_one(
    client: Browser, settings: Settings, tmp_path: Path
) -> None:
    own_folders(tmp_path, settings)
    usual = "within: {value: 6, unit: weeks}\n      meaning: percentile\n      percent: 80"
    change(tmp_path, "lejre", "within: {value: 6, unit: weeks}", usual)
    html = client.get("/sammenlign/?k=lejre").text
    picture = html.partition("</figure>")[0]
    assert "42 dage, men ikke en yderste frist" in picture
    assert 'class="other"' in picture
    assert 'class="sure"' not in picture
    assert "80 af 100 sager" in html


def test_silence_statute_and_the_other_document_are_three_different_things(client: Browser) -> None:
    said = plain(client.get("/sammenlign/?k=frederikssund").text)
    assert "Svar på ansøgningen inden for Frederikssund Ikke nævnt Loven: kommunen skal selv fastsætte" in said
    assert "RSL § 3, stk. 2" in said
    elsewhere = plain(client.get("/sammenlign/?k=ishoej").text)
    assert "inden for Ishøj Står i et andet dokument: Aktuelle svarfrister" in elsewhere
    assert "ikke bekræftet" in elsewhere


def test_the_scale_of_days_stands_below_the_deadline_for_both_readings(client: Browser) -> None:
    said = plain(client.get("/sammenlign/?k=ballerup").text)
    assert (
        "Svarfristen i kalenderdage, 2026 Ballerup 70–76 dage, midt 71,5 (lørdag tæller med) "
        "eller 84–91 dage, midt 86 (lørdag tæller ikke med)"
    ) in said


def test_only_what_differs_is_shown_when_asked_for(client: Browser) -> None:
    some = client.get("/sammenlign/?k=lejre&k=ballerup&kun=forskelle").text
    assert "Fristen regnes fra" in some
    assert "Mindste alder" not in some
    assert re.search(r'value="forskelle" checked', some)


def test_a_picture_says_in_words_what_it_draws_and_keeps_the_content_policy(client: Browser) -> None:
    html = client.get("/sammenlign/?k=alle").text
    assert "style=" not in html
    pictures = re.findall(r'<svg role="img".*?</figure>', html, re.S)
    assert len(pictures) == 3
    for picture in pictures:
        title, told = re.findall(r'aria-labelledby="(\S+) (\S+)"', picture)[0]
        assert f'<title id="{title}">' in picture
        assert f'<desc id="{told}">' in picture
        for name in ("Ballerup", "Frederikssund", "Hjørring", "Ishøj", "Lejre"):
            assert f"{name}: " in picture
        assert not re.search(r'(?:x|x1|x2|width)="[\d.]+\d{3}%"', picture), "nothing is drawn outside the picture"
    assert "Ballerup: 70–76 dage, eller 84–91 dage" in pictures[0]
    assert "Ballerup: efter 3 måneder, mindst hver 6. måned" in pictures[1]


def test_the_page_is_english_for_who_chose_it(client: Browser) -> None:
    client.post("/sprog/", {"language": "en", "next": "/"})
    said = plain(client.get("/sammenlign/?k=lejre").text)
    assert "What do the municipalities promise, side by side?" in said
    assert "Answer within Lejre 6 weeks" in said
    assert "Statute: 4 weeks" in said
    assert "Ikke nævnt" not in said


def test_the_spreadsheet_and_the_program_get_the_same(client: Browser) -> None:
    answer = client.get("/sammenlign/sammenligning.csv?k=ballerup&k=lejre")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert 'filename="sammenligning.csv"' in answer["Content-Disposition"]
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == ["", "Kommune", "Ballerup", "Lejre"]
    assert ["Svarfristen i kalenderdage, 2026", "midterste", "71,5 eller 86", "42"] in rows
    english = client.get("/sammenlign/sammenligning.csv?k=lejre&sprog=en").content.decode("utf-8-sig")
    assert "The deadline in calendar days, 2026" in english
    held = client.get("/sammenlign/sammenligning.json?k=ballerup").json()
    assert held["standards"][0]["answers"]["response_deadline"]["layer"] == "standard"
    assert len(held["questions"]) == len(QUESTIONS)


def test_the_sixth_comes_in_by_its_files_alone(client: Browser, settings: Settings, tmp_path: Path) -> None:
    with_the_sixth(tmp_path, settings)
    html = client.get("/sammenlign/").text
    assert len(heads(html)) == 6
    assert "30 arbejdsdage" in html


def test_a_version_can_be_laid_beside_the_one_in_force(client: Browser, settings: Settings, tmp_path: Path) -> None:
    own_folders(tmp_path, settings)
    newer_version(tmp_path, "lejre", "2026-01-15", "value: 6, unit: weeks", "value: 4, unit: weeks")
    said = plain(client.get("/sammenlign/?k=lejre&k=lejre/2015-11-30").text)
    assert "Svar på ansøgningen inden for Lejre 4 uger L12 Lejre 6 uger L12" in said


def test_more_than_a_few_are_not_shown_unasked(client: Browser, settings: Settings, tmp_path: Path) -> None:
    with_the_sixth(tmp_path, settings)
    folder = tmp_path / "standards/syvende"
    folder.mkdir()
    text = (tmp_path / "standards/nytest/2025-03-01.yaml").read_text("utf-8").replace("key: nytest", "key: syvende")
    (folder / "2025-03-01.yaml").write_text(text, "utf-8")
    assert heads(client.get("/sammenlign/").text) == []
    assert len(heads(client.get("/sammenlign/?k=alle").text)) == 7
    assert 'class="compare-scroll many"' in client.get("/sammenlign/?k=alle").text


def test_what_a_standard_holds_is_never_read_as_markup_or_formula(
    client: Browser, settings: Settings, tmp_path: Path
) -> None:
    own_folders(tmp_path, settings)
    change(tmp_path, "lejre", "      to: Center for Job & Social\n", "      to: '=cmd|<script>alert(1)</script>'\n")
    assert "<script>alert" not in client.get("/sammenlign/?k=lejre").text
    rows = csv.reader(
        io.StringIO(client.get("/sammenlign/sammenligning.csv?k=lejre").content.decode("utf-8-sig")), delimiter=";"
    )
    (to,) = [row[2] for row in rows if row[1] == "Klagen sendes til"]
    assert to.startswith("'=cmd|")


def test_the_menu_shows_that_one_is_among_the_standards(client: Browser) -> None:
    assert 'href="/standarder/" aria-current="true"' in client.get("/sammenlign/").text


def test_reading_sets_no_session_and_changes_nothing(client: Browser) -> None:
    answer = client.get("/sammenlign/?k=alle")
    assert "ophold" not in answer.cookies
    assert client.post("/sammenlign/").status_code == 405
    assert set(catalogue().keys) == set(FIVE)
