"""A paper is what its content is; what tells about its maker goes, what it shows stays, and nothing else comes in."""

from __future__ import annotations

import io
import json
import subprocess
import time
from functools import cache

import pikepdf
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageStat

from ophold.record.attachments import checking, choices
from ophold.record.attachments.checking import Paper, PaperRefused, checked
from ophold.record.attachments.choices import Kind
from ophold.record.attachments.stripping import documents, limits, pictures, refusals
from ophold.record.attachments.stripping.__main__ import answer
from ophold.record.attachments.stripping.segments import without_metadata
from tests.attachments import papers

TELLING = (papers.MAKER.encode(), papers.PLACE.encode(), b"Exif", b"xmpmeta", b"Author")


def _refused(content: bytes, name: str = "papir.pdf") -> str:
    with pytest.raises(PaperRefused) as refusal:
        checked(name, content)
    said = str(refusal.value)
    assert said == str(choices.WHY_NOT[refusal.value.code]) % {"name": name}
    return refusal.value.code


def _seen(paper: Paper) -> Image.Image:
    return Image.open(io.BytesIO(paper.content)).convert("RGB")


def _red_corner(seen: Image.Image) -> str:
    """Which corner is the red one in."""
    across, down = seen.width // 3 - 4, seen.height // 3 - 4
    corners = {
        "upper left": (0, 0, across, down),
        "upper right": (seen.width - across, 0, seen.width, down),
        "lower right": (seen.width - across, seen.height - down, seen.width, seen.height),
        "lower left": (0, seen.height - down, across, seen.height),
    }
    reddest = max(corners, key=lambda name: ImageStat.Stat(seen.crop(corners[name])).mean[0])
    assert ImageStat.Stat(seen.crop(corners[reddest])).mean[0] > 180
    return reddest


# -- what is taken, and what goes -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "kind"), [(papers.jpeg(), Kind.JPEG), (papers.png(), Kind.PNG), (papers.pdf(), Kind.PDF)]
)
def test_each_kind_is_known_by_its_content_whatever_it_is_called(content: bytes, kind: Kind) -> None:
    paper = checked("regning.exe", content)
    assert paper.kind == kind
    assert paper.name == f"regning.exe.{choices.ENDINGS[kind]}"


@pytest.mark.parametrize("content", [papers.jpeg(), papers.png(), papers.pdf()], ids=["jpeg", "png", "pdf"])
def test_nothing_is_left_that_tells_of_the_maker_or_the_place(content: bytes) -> None:
    assert any(word in content for word in TELLING)
    kept = checked("papir", content).content
    assert not [word for word in TELLING if word in kept]
    assert not [word for word in TELLING if word in checked("igen", kept).content]


def test_a_picture_has_no_exif_no_text_and_no_profile_left() -> None:
    for content in (papers.jpeg(), papers.png()):
        kept = Image.open(io.BytesIO(checked("p", content).content))
        kept.load()
        assert not kept.getexif()
        assert not getattr(kept, "text", {})
        assert not {"exif", "xmp", "comment", "icc_profile", "photoshop"} & kept.info.keys()


def test_a_png_is_written_with_nothing_but_its_picture() -> None:
    kept, at, chunks = checked("p", papers.png()).content, 8, []
    while at < len(kept):
        length = int.from_bytes(kept[at : at + 4])
        chunks.append(kept[at + 4 : at + 8])
        at += 12 + length
    assert set(chunks) == {b"IHDR", b"IDAT", b"IEND"}


@pytest.mark.parametrize(
    ("orientation", "corner"), [(1, "upper left"), (3, "lower right"), (6, "upper right"), (8, "lower left")]
)
def test_a_picture_stays_upright_without_its_exif(orientation: int, corner: str) -> None:
    seen = _seen(checked("p", papers.jpeg(orientation)))
    assert _red_corner(seen) == corner
    assert seen.size == ((60, 40) if orientation in (1, 3) else (40, 60))


def test_a_png_told_to_be_turned_is_turned() -> None:
    assert _red_corner(_seen(checked("p", papers.png(turned=True)))) == "upper right"


def test_a_jpeg_loses_next_to_nothing() -> None:
    noisy = Image.effect_noise((300, 200), 40).convert("RGB")
    content = papers.jpeg(drawn=noisy, subsampling=0)
    kept = checked("p", content).content
    before, after = (Image.open(io.BytesIO(each)).convert("RGB").tobytes() for each in (content, kept))
    apart = [abs(a - b) for a, b in zip(before, after, strict=True)]
    assert sum(apart) / len(apart) < 1
    assert 0.7 < len(kept) / len(content) < 1.1


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_a_png_keeps_every_pixel(mode: str) -> None:
    drawn = Image.linear_gradient("L").convert("I;16" if mode == "I;16" else "L")
    drawn = drawn if mode in ("L", "I;16") else drawn.convert("RGB").convert(mode)
    kept = Image.open(io.BytesIO(checked("p", papers.png(drawn)).content))
    as_seen = "I;16" if mode == "I;16" else "RGBA"
    assert kept.convert(as_seen).tobytes() == drawn.convert(as_seen).tobytes()


def test_a_picture_of_few_colours_does_not_grow() -> None:
    drawn = Image.effect_noise((600, 400), 60).quantize(16)
    content = papers.png(drawn)
    kept = checked("p", content).content
    assert len(kept) < 1.2 * len(content)
    assert Image.open(io.BytesIO(kept)).convert("RGB").tobytes() == drawn.convert("RGB").tobytes()


def test_a_see_through_png_stays_see_through() -> None:
    palette = papers.picture().quantize(8)
    palette.info["transparency"] = 0
    kept = Image.open(io.BytesIO(checked("p", papers.png(palette)).content)).convert("RGBA")
    assert kept.getchannel("A").getextrema() == palette.convert("RGBA").getchannel("A").getextrema() == (0, 255)


def test_other_colours_are_reckoned_over_and_the_profile_goes() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    plain = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for each in (profile, plain, b"no profile at all"):
        kept = checked("p", papers.jpeg(icc_profile=each))
        assert b"ICC_PROFILE" not in kept.content
        assert _red_corner(_seen(kept)) == "upper left"
    ink = papers.jpeg(drawn=papers.picture().convert("CMYK"))
    assert _red_corner(_seen(checked("p", ink))) == "upper left"


def test_a_pdf_keeps_its_words_pages_and_pictures() -> None:
    content = papers.pdf(pages=3)
    kept = checked("p.pdf", content).content
    before, after = (pypdf.PdfReader(io.BytesIO(each)) for each in (content, kept))
    assert [page.extract_text() for page in after.pages] == [page.extract_text() for page in before.pages]
    assert f"{papers.PDF_WORDS} 3" in after.pages[2].extract_text()
    assert after.pages[0].images[0].image is not None
    assert before.pages[0].images[0].image is not None
    assert after.pages[0].images[0].image.tobytes() == before.pages[0].images[0].image.tobytes()


def test_a_pdf_has_no_information_no_xmp_and_no_old_version_left() -> None:
    made = papers.document()
    made.Root.PieceInfo = pikepdf.Dictionary(Word=pikepdf.Dictionary(Private="kladde nr. 3"))
    made.Root.Dead = made.make_indirect(pikepdf.Dictionary(Gone="streget ud"))
    del made.Root.Dead
    with pikepdf.open(io.BytesIO(checked("p", papers.written(made)).content)) as kept:
        assert "/Info" not in kept.trailer
        assert "/Metadata" not in kept.Root
        assert "/PieceInfo" not in kept.Root
        assert not [each for each in kept.objects if "streget ud" in str(each)]


def test_links_bookmarks_and_filled_forms_stay() -> None:
    made = papers.document()
    uri = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://example.org/")
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=uri)
    made.pages[0].Annots = pikepdf.Array([link])
    field = pikepdf.Dictionary(FT=pikepdf.Name.Tx, T="navn", V="Erik")
    made.Root.AcroForm = pikepdf.Dictionary(Fields=[made.make_indirect(field)])
    with made.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Side et", 0))
    with pikepdf.open(io.BytesIO(checked("p", papers.written(made)).content)) as kept:
        assert str(kept.pages[0].Annots[0].A.URI) == "https://example.org/"
        assert str(kept.Root.AcroForm.Fields[0].V) == "Erik"
        with kept.open_outline() as outline:
            assert outline.root[0].title == "Side et"


def test_the_same_file_becomes_the_same_paper() -> None:
    for content in (papers.jpeg(), papers.png(), papers.pdf()):
        assert checked("a", content).sha256 == checked("b", content).sha256


def test_a_pdf_does_not_keep_the_mark_its_program_gave_it() -> None:
    marked = [papers.written(papers.document(), **how) for how in ({"static_id": True}, {"deterministic_id": True})]
    assert marked[0] != marked[1]
    assert len({checked("a", content).sha256 for content in marked}) == 1


def test_a_jpeg_inside_a_pdf_loses_its_exif_and_no_pixel() -> None:
    content = papers.jpeg()
    kept = without_metadata(content)
    assert papers.MAKER.encode() in content
    assert papers.MAKER.encode() not in kept
    assert Image.open(io.BytesIO(kept)).tobytes() == Image.open(io.BytesIO(content)).tobytes()
    for odd in (b"", b"\xff\xd8", b"\xff\xd8\xff\xe1\x00\x00", b"no picture"):
        assert without_metadata(odd) == odd


# -- what is refused, each with its sentence --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", choices.EMPTY),
        (b"x" * (choices.LARGEST + 1), choices.TOO_LARGE),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", refusals.OTHER_KIND),
        (b"<!doctype html><script>alert(1)</script>", refusals.OTHER_KIND),
        (b"GIF89a" + bytes(50), refusals.OTHER_KIND),
        (papers.packed(), refusals.OTHER_KIND),
        (b"MZ" + bytes(500), refusals.OTHER_KIND),
        (b"<html>" + papers.pdf(), refusals.SEVERAL_KINDS),
        (papers.jpeg() + papers.packed(), refusals.SEVERAL_KINDS),
        (papers.pdf() + papers.packed(), refusals.SEVERAL_KINDS),
        (papers.jpeg()[:20] + b"%PDF-1.7\n" + papers.jpeg()[20:], refusals.SEVERAL_KINDS),
        (papers.jpeg()[:-200], refusals.BROKEN),
        (papers.png()[:-40], refusals.BROKEN),
        (papers.pdf()[:-300], refusals.BROKEN),
        (papers.pdf()[: len(papers.pdf()) // 2], refusals.BROKEN),
        (b"%PDF-1.7\n" + bytes(5000) + b"%%EOF", refusals.BROKEN),
        (b"\xff\xd8\xff" + bytes(5000), refusals.BROKEN),
        (papers.png_bomb(), refusals.TOO_MUCH),
        (papers.pdf_bomb(), refusals.TOO_MUCH),
        (papers.pdf(pages=limits.PAGES + 1), refusals.TOO_MUCH),
        (papers.locked_pdf(), refusals.LOCKED),
        (papers.locked_pdf(""), refusals.LOCKED),
        (papers.pdf_that_runs("/JavaScript"), refusals.ALIVE),
        (papers.pdf_that_runs("/Launch"), refusals.ALIVE),
        (papers.pdf_with_a_hidden_script(), refusals.ALIVE),
        (papers.pdf_with_a_file_inside(), refusals.ALIVE),
        (papers.moving_png(), refusals.MOVING),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_what_is_not_taken_is_refused_with_its_reason(content: bytes, code: str) -> None:
    assert _refused(content) == code


def test_every_reason_has_a_sentence_that_says_what_why_and_what_to_do() -> None:
    codes = {value for name, value in vars(refusals).items() if name.isupper()}
    assert codes <= choices.WHY_NOT.keys()
    for said in map(str, choices.WHY_NOT.values()):
        assert "blev ikke vedlagt, fordi" in said
        assert said.count(". ") == 1, said
        assert "fejl" not in said.lower()


@cache
def large_pdf() -> bytes:
    """Ten megabytes."""
    made = papers.document()
    ballast = pikepdf.Stream(made, Image.effect_noise((3300, 3030), 90).tobytes())
    made.pages[0].Resources.Ballast = made.make_indirect(ballast)
    content = papers.written(made, compress_streams=False)
    assert 9_990_000 < len(content) < 10_200_000
    return content


def test_a_file_of_ten_megabytes_passes_and_one_of_eleven_does_not() -> None:
    content = large_pdf()
    assert checked("stor.pdf", content).kind == Kind.PDF
    assert _refused(content + bytes(1_000_000)) == choices.TOO_LARGE


# -- the program that looks, alone ------------------------------------------------------------------------------------


def _program(content: bytes) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        checking.PROGRAM, input=content, capture_output=True, cwd="/", env={"PYTHONPATH": str(checking.HOUSE)},
        check=False, timeout=60,
    )  # fmt: skip


def test_the_program_knows_no_django_no_keys_and_has_its_limits() -> None:
    probe = (
        "import sys, os, resource;"
        "from ophold.record.attachments.stripping import limits, __main__ as alone;"
        "limits.obey(); alone.answer(b'%PDF-');"
        "print('django' in sys.modules, [n for n in os.environ if 'KEY' in n or 'OPHOLD' in n],"
        "resource.getrlimit(resource.RLIMIT_AS)[0], resource.getrlimit(resource.RLIMIT_CPU)[0]);"
        "import tempfile; tempfile.TemporaryFile().write(b'x' * 90000)"
    )
    done = subprocess.run(
        [*checking.PROGRAM[:-2], "-c", probe], capture_output=True, text=True, cwd="/",
        env={"PYTHONPATH": str(checking.HOUSE)}, check=False, timeout=60,
    )  # fmt: skip
    assert done.stdout.strip() == f"False [] {limits.MEMORY} {limits.SECONDS}", done.stderr
    assert done.returncode != 0  # no file is written


def test_the_program_answers_in_a_line_and_the_file() -> None:
    head, _line, kept = _program(papers.pdf()).stdout.partition(b"\n")
    assert json.loads(head) == {"kind": "pdf"}
    assert kept.startswith(b"%PDF-")
    assert _program(b"nothing").stdout == b'{"refused": "other_kind"}\n'


def test_a_program_that_is_stopped_or_missing_is_a_refusal_and_no_fall(monkeypatch: pytest.MonkeyPatch) -> None:
    python = [*checking.PROGRAM[:-2], "-c"]
    for does, code in (
        ("import os; os.kill(os.getpid(), 9)", refusals.TOO_MUCH),
        ("import time; time.sleep(60)", refusals.TOO_MUCH),
        ("raise SystemExit(3)", refusals.BROKEN),
        ("import no_such_package", choices.NOT_NOW),
    ):
        monkeypatch.setattr(checking, "PROGRAM", [*python, does])
        monkeypatch.setattr(checking, "PATIENCE", 2)
        assert _refused(papers.pdf()) == code
    monkeypatch.setattr(checking, "PROGRAM", ["/no/such/program"])
    assert _refused(papers.pdf()) == choices.NOT_NOW


def test_a_bomb_is_found_in_a_moment() -> None:
    began = time.monotonic()
    for content in (papers.png_bomb(), papers.pdf_bomb()):
        assert answer(content)[0] == {"refused": refusals.TOO_MUCH}
    assert time.monotonic() - began < 10


# -- anything at all --------------------------------------------------------------------------------------------------

STARTS = st.sampled_from([b"", b"%PDF-1.7\n", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", papers.png()[:60]])
WHOLE = st.sampled_from([papers.jpeg(), papers.png(), papers.pdf()])


@settings(max_examples=120, deadline=None)
@given(start=STARTS, rest=st.binary(max_size=400), end=st.sampled_from([b"", b"%%EOF"]))
def test_random_bytes_are_refused_or_taken_and_nothing_else(start: bytes, rest: bytes, end: bytes) -> None:
    told, kept = answer(start + rest + end)
    assert told.keys() == {"refused"} or kept


@settings(max_examples=120, deadline=None)
@given(content=WHOLE, at=st.floats(0, 1), change=st.binary(min_size=1, max_size=12))
def test_a_file_damaged_anywhere_is_refused_or_still_clean(content: bytes, at: float, change: bytes) -> None:
    place = int(at * len(content))
    told, kept = answer(content[:place] + change + content[place + len(change) :])
    if "refused" in told:
        assert told["refused"] in choices.WHY_NOT
    elif told["kind"] == "pdf":
        assert answer(kept)[0] == told
        assert b"/Info" not in kept
    else:
        assert not [word for word in TELLING[:2] if word in kept]


@pytest.mark.parametrize(("fall", "code"), [(ZeroDivisionError, refusals.BROKEN), (MemoryError, refusals.TOO_MUCH)])
def test_a_library_that_falls_is_a_refusal(monkeypatch: pytest.MonkeyPatch, fall: type[Exception], code: str) -> None:
    def falls(*_any: object) -> bytes:
        raise fall

    monkeypatch.setattr(pictures, "stripped", falls)
    monkeypatch.setattr(documents, "stripped", falls)
    assert [answer(each)[0] for each in (papers.jpeg(), papers.pdf())] == [{"refused": code}] * 2
