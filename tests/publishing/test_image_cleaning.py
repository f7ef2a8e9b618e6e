# SPDX-License-Identifier: GPL-3.0-or-later
"""A picture leaves this computer without place, camera, author, comment or preview."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from editor_app.domain.errors import EndpointRefused
from editor_app.publishing.image_cleaning import clean_image, read_image
from tests.fakes.pages import make_image, store_image

_SECRETS = (b"back door", b"taken at home", b"48.85")
_XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>48.85,2.35</x:xmpmeta>"


def exif() -> Image.Exif:
    """Return what a camera notes: words, a direction and a place."""
    noted = Image.Exif()
    noted[0x010E] = "taken at home"
    noted[0x0112] = 6  # turned
    noted.get_ifd(0x8825)[1] = "N"
    noted.get_ifd(0x8825)[29] = "48.85"
    return noted


def png_notes() -> PngInfo:
    """Return notes as a PNG has them."""
    notes = PngInfo()
    notes.add_text("Comment", "back door")
    notes.add_itxt("XML:com.adobe.xmp", _XMP.decode())
    return notes


KINDS: dict[str, dict[str, Any]] = {
    "JPEG": {"exif": exif(), "comment": b"back door", "xmp": _XMP},
    "PNG": {"exif": exif(), "pnginfo": png_notes()},
    "WEBP": {"exif": exif(), "xmp": _XMP},
    "GIF": {"comment": b"back door"},
    "TIFF": {"exif": exif()},
}


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_that_was_written_beside_the_picture_stays(tmp_path: Path, kind: str) -> None:
    photo = make_image(tmp_path, size=(600, 400), kind=kind, **KINDS[kind])
    assert any(secret in photo.path.read_bytes() for secret in _SECRETS)
    clean = clean_image(read_image(photo), "photo")
    assert not any(secret in clean.raw for secret in _SECRETS)
    with Image.open(BytesIO(clean.raw)) as shown:
        assert not shown.getexif()
        assert not {"comment", "xmp", "Comment", "XML:com.adobe.xmp", "exif"} & set(shown.info)
        assert shown.size == ((600, 400) if kind == "GIF" else (400, 600))  # upright
        assert shown.get_format_mimetype() == clean.mime_type


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    raw = make_image(tmp_path, exif=exif()).path.read_bytes()
    assert clean_image(raw, "photo") == clean_image(raw, "photo")


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_a_moving_picture_moves_on_without_its_comment(kind: str) -> None:
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("#900", "#090", "#009")]
    out = BytesIO()
    notes: dict[str, Any] = {"GIF": {"comment": b"back door"}, "WEBP": {"xmp": _XMP}}.get(
        kind, {"pnginfo": png_notes()}
    )
    frames[0].save(
        out, kind, save_all=True, append_images=frames[1:], duration=[100, 200, 300], **notes
    )
    assert any(secret in out.getvalue() for secret in _SECRETS)
    clean = clean_image(out.getvalue(), "moving")
    assert not any(secret in clean.raw for secret in _SECRETS)
    with Image.open(BytesIO(clean.raw)) as shown:
        assert getattr(shown, "n_frames", 1) == 3


def test_a_transparent_picture_stays_transparent(tmp_path: Path) -> None:
    image = make_image(tmp_path, size=(20, 20), kind="PNG", mode="RGBA", colour="#11223344")
    with Image.open(BytesIO(clean_image(read_image(image), "logo").raw)) as shown:
        assert shown.getpixel((3, 3)) == (0x11, 0x22, 0x33, 0x44)


@pytest.mark.parametrize("raw", [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7"])
def test_what_is_no_picture_is_not_sent(raw: bytes) -> None:
    with pytest.raises(EndpointRefused, match="is not an image"):
        clean_image(raw, "file")


def test_a_picture_that_changed_on_disk_is_not_sent(tmp_path: Path) -> None:
    image = store_image(tmp_path, b"as it was", "photo.jpg")
    image.path.write_bytes(b"as it is")
    with pytest.raises(EndpointRefused, match="has changed on disk"):
        read_image(image)
