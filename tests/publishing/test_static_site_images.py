# SPDX-License-Identifier: GPL-3.0-or-later
"""Images of the website: sizes, no metadata, bad files refused."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import lxml.html
import pytest
from PIL import Image

from editor_app.domain.errors import EndpointRefused
from editor_app.domain.ids import MediaId, new_id
from tests.fakes.pages import changed, make_image, make_page, store_image
from tests.publishing.sites import html, open_site


def text_of(page: str, selector: str) -> list[str]:
    tree = lxml.html.fromstring(page.encode())
    return [" ".join(found.text_content().split()) for found in tree.xpath(selector)]


def test_images_come_in_three_widths_without_metadata(tmp_path: Path):
    website = open_site(tmp_path)
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    exif[0x0112] = 6  # turned
    image = make_image(tmp_path, size=(2000, 1000), exif=exif)
    website.put(make_page(lead_image=image.asset.id, lead_alt="A quay", media=(image,)), token="")
    files = sorted((website.folder / "media").iterdir())
    assert sorted(p.name[21:] for p in files) == sorted(
        f"{width}.{kind}" for width in (480, 960, 1000) for kind in ("jpg", "webp")
    )
    for path in files:
        with Image.open(path) as shown:
            assert not shown.getexif()
            assert shown.height == shown.width * 2  # turned upright
        assert b"taken at home" not in path.read_bytes()
    shown = html(website, "en/the-ferry-comes-back.html")
    assert 'width="1000" height="2000" alt="A quay"' in shown
    assert re.search(r'srcset="\.\./media/\w+-480\.webp 480w, ', shown)


def test_what_a_camera_wrote_beside_the_picture_is_never_published(tmp_path: Path):
    website = open_site(tmp_path)
    photo = make_image(
        tmp_path,
        size=(600, 400),
        comment=b"back door of the source",
        xmp=b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>48.85,2.35</x:xmpmeta>",
        dpi=(72, 72),
    )
    website.put(make_page(lead_image=photo.asset.id, media=(photo,)), token="")
    assert b"back door" in photo.path.read_bytes()
    assert b"48.85" in photo.path.read_bytes()
    for path in (website.folder / "media").iterdir():
        assert b"back door" not in path.read_bytes()
        assert b"48.85" not in path.read_bytes()


def test_an_unchanged_image_is_not_made_again(tmp_path: Path):
    website = open_site(tmp_path)
    image = make_image(tmp_path)
    page = make_page(lead_image=image.asset.id, media=(image,))
    token = website.put(page, token="").token
    before = {path.name: path.stat().st_ino for path in (website.folder / "media").iterdir()}
    image.path.unlink()  # not even read again
    website.put(changed(page, body="New."), token=token)
    assert {
        path.name: path.stat().st_ino for path in (website.folder / "media").iterdir()
    } == before


def png_that_claims(width: int, height: int) -> bytes:
    out = BytesIO()
    Image.new("L", (1, 1)).save(out, "PNG")
    raw = bytearray(out.getvalue())
    raw[16:24] = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    import zlib

    raw[29:33] = zlib.crc32(bytes(raw[12:29])).to_bytes(4, "big")
    return bytes(raw)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (png_that_claims(12_000, 9_000), "too large"),
        (png_that_claims(60_000, 60_000), "more pixels"),
        (png_that_claims(400, 300), "damaged"),
        (b"%PDF-1.7 no picture", "is not an image"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "is not an image"),
        (b"", "is not an image"),
    ],
)
def test_what_is_no_good_image_is_refused(tmp_path: Path, raw: bytes, said: str):
    website = open_site(tmp_path)
    image = store_image(tmp_path, raw, "holiday.png")
    with pytest.raises(EndpointRefused, match=said):
        website.put(make_page(lead_image=image.asset.id, media=(image,)), token="")
    with pytest.raises(EndpointRefused, match=r"holiday\.png"):
        website.upload_media(image)


def test_an_image_that_the_page_does_not_have_is_never_a_broken_one(tmp_path: Path):
    website = open_site(tmp_path)
    with pytest.raises(EndpointRefused, match="not attached"):
        website.put(make_page(lead_image=MediaId(new_id())), token="")
