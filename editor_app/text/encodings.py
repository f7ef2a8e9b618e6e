# SPDX-License-Identifier: GPL-3.0-or-later
"""Bytes of unknown encoding → text, exactly or not at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from editor_app.domain.errors import UnreadableFile

# WHATWG encoding standard: what pages call latin-1 or ASCII is windows-1252.
_WEB_NAMES = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
}
# What newsrooms and their readers have really used; the rare ones only make wrong guesses.
_USUAL_ENCODINGS = (
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("iso8859_2", "iso8859_5", "iso8859_15", "koi8_r", "koi8_u", "mac_roman", "mac_cyrillic"),
    *("cp932", "euc_jp", "gb18030", "big5", "cp949", "cp874"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
# Control characters that no text holds: C0 without tab, line feed, vertical tab, form feed,
# carriage return, escape; and DEL.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_C1 = re.compile("[\x80-\x9f]")
_ODD = re.compile(r"[¤¦¨¬¯±µ¶·¸¹¼½¾¿Ў‡†‰‹›][^\W\d_]|[^\W\d_][¡-¿‡†‰]")  # “mie¶cie”
_SAMPLE_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A file's text without byte order mark, and the encoding that gave it."""

    text: str
    encoding: str  # Python's codec name


def decode(data: bytes, *, name: str = "", declared: str = "") -> DecodedText:
    """Return the text of ``data``; no byte is dropped or replaced.

    Order: byte order mark, UTF-16 by its zero bytes (Cyrillic UTF-16 is valid UTF-8 too), UTF-8,
    the declared encoding if it fits the bytes, then charset-normalizer's best guess.
    Raises UnreadableFile for an empty file, a binary file and bytes that no encoding explains.
    """
    if not data.strip(b"\x00 \t\r\n\f\v"):
        raise UnreadableFile(f"{_called(name)} is empty: there is nothing to import.")
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableFile(f"{_called(name)} is {kind}, not text.")
    found = (
        _with_mark(data, name)
        or _utf16_without_mark(data)
        or _strict_utf8(data)
        or _declared(data, declared)
        or _guessed(data, name)
    )
    refuse_binary(found.text, name=name)
    if not found.text.strip():
        raise UnreadableFile(f"{_called(name)} holds only white space: nothing to import.")
    return found


def refuse_binary(text: str, *, name: str = "") -> None:
    """Raise UnreadableFile if ``text`` holds NULs, half characters or many control characters."""
    if "\x00" in text:
        raise UnreadableFile(f"{_called(name)} is not text: it contains NUL bytes.")
    half = _SURROGATE.search(text)
    if half is not None:
        raise UnreadableFile(
            f"{_called(name)} holds half a character (U+{ord(half[0]):04X}, a lone surrogate) at "
            f"position {half.start() + 1}; copy the text again from its source."
        )
    controls = len(_CONTROL.findall(text))
    if controls > 8 and controls > len(text) // 200:
        raise UnreadableFile(
            f"{_called(name)} is not text: it holds {controls} control characters."
        )


def _called(name: str) -> str:
    return f"“{name}”" if name else "The text"


def _with_mark(data: bytes, name: str) -> DecodedText | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return DecodedText(data[len(mark) :].decode(encoding), encoding)
            except UnicodeDecodeError as error:
                raise UnreadableFile(
                    f"{_called(name)} says that it is {encoding.upper()} but is not from byte "
                    f"{error.start + len(mark)} on: it mixes encodings or is damaged."
                ) from error
    return None


def _strict_utf8(data: bytes) -> DecodedText | None:
    try:
        return DecodedText(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return None


def _declared(data: bytes, declared: str) -> DecodedText | None:
    encoding = _WEB_NAMES.get(declared.strip().lower(), declared.strip().lower())
    # UTF-8 was tried already; a page cannot say in ASCII letters that it is UTF-16.
    if not encoding or encoding.startswith(("utf-8", "utf8", "utf-16", "utf-32")):
        return None
    try:
        codec = codecs.lookup(encoding)
    except LookupError:
        return None
    if not getattr(codec, "_is_text_encoding", True):
        return None
    found = _if_plausible(data, encoding)
    if found is None or _reads_well(data, encoding) or not _guess(data):
        return found
    return None  # nearly any bytes are valid windows-1252: the page is wrong about itself


def _if_plausible(data: bytes, encoding: str) -> DecodedText | None:
    """Decode strictly, and refuse a result with C1 controls: then the declaration was a lie."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if _C1.search(text) else DecodedText(text, encoding)


def _utf16_without_mark(data: bytes) -> DecodedText | None:
    """Recognise UTF-16 by where its zero bytes stand: always on the same side."""
    sample = data[:_SAMPLE_BYTES]
    if len(data) % 2 or b"\x00" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    # Spaces and full stops alone make one zero byte in twenty or so, whatever the script.
    if odd > half * 0.01 and even * 20 < odd:
        encoding = "utf-16-le"
    elif even > half * 0.01 and odd * 20 < even:
        encoding = "utf-16-be"
    else:
        return None
    try:
        return DecodedText(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _guessed(data: bytes, name: str) -> DecodedText:
    if b"\x00" in data:
        raise UnreadableFile(f"{_called(name)} is not text: it contains NUL bytes.")
    if _mostly_utf8(data):
        raise UnreadableFile(
            f"{_called(name)} mixes encodings: most of it is UTF-8, but not all. Save it again "
            "as UTF-8 in the program that made it."
        )
    encoding = _guess(data)
    found = _if_plausible(data, encoding) if encoding else None
    if found is None:
        raise UnreadableFile(
            f"{_called(name)} is in an encoding that cannot be recognised. Save it as UTF-8 in "
            "the program that made it."
        )
    return found


def _guess(data: bytes) -> str:
    """Return the likeliest of the usual encodings, "" if none gives a sensible text.

    Several often give clean text from the same bytes (“élèves”, “élčves”): then the one whose
    text is most clearly in some language is right.
    """
    from charset_normalizer import from_bytes

    from editor_app.text.language_detection import language_likelihood

    usual = list(_USUAL_ENCODINGS)
    found = list(from_bytes(_sample(data), cp_isolation=usual, enable_fallback=False))
    if not found:
        return ""
    scores: dict[str, tuple[float, int]] = {}
    for match in found:
        for encoding in match.could_be_from_charset:
            decoded = _if_plausible(_sample(data), encoding) if encoding in usual else None
            if decoded is not None:
                likelihood = language_likelihood(decoded.text)
                oddities = len(_ODD.findall(decoded.text)) / len(decoded.text)
                score = round(likelihood - 2 * match.chaos - 5 * oddities, 2)
                scores[encoding] = (score, -usual.index(encoding))
    return max(scores, key=lambda encoding: scores[encoding], default="")


def _reads_well(data: bytes, encoding: str) -> bool:
    from charset_normalizer import from_bytes

    return (
        from_bytes(_sample(data), cp_isolation=[encoding], enable_fallback=False).best() is not None
    )


def _sample(data: bytes) -> bytes:
    sample = data[:_SAMPLE_BYTES]
    return sample[: sample.rfind(b"\n") + 1] or sample  # a cut character would mislead


def _mostly_utf8(data: bytes) -> bool:
    """Tell whether valid multi-byte UTF-8 sequences clearly outnumber the broken bytes."""
    text = data.decode("utf-8", "surrogateescape")
    broken = len(_SURROGATE.findall(text))
    good = sum(1 for character in text if ord(character) > 0x7F) - broken
    return good > 2 * broken
