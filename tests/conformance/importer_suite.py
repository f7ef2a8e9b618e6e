"""What every importer must keep to, whatever its format. Subclass it: one small class a format."""

from __future__ import annotations

import pytest

from editor_app.documents.importer import Importer
from editor_app.documents.registry import IMPORTERS
from editor_app.domain.errors import Cancelled, UnreadableFile
from editor_app.domain.imported import ImportedPage, PartRole
from editor_app.domain.languages import normalise_tag
from editor_app.domain.progress import NoProgress

PARAGRAPH = (
    "The harbour of Saltmouth reopened on Tuesday, eleven years after the last ferry had left it. "
    "Some two hundred people stood on the quay, and a brass band played until the evening."
)


class Stopped:
    """A person who stops at once."""

    def report(self, done: int, total: int, text: str) -> None:
        raise Cancelled("Stopped.")


class ImporterSuite:
    """Subclasses say which importer it is and write a small file of its format."""

    importer: Importer
    sample: bytes  # the headline “Harbour reopens after eleven years”, then PARAGRAPH
    joins_exactly: bool  # the parts joined are the text of the file

    @property
    def name(self) -> str:
        return f"note{self.importer.suffixes[0]}"

    def read(self, data: bytes, *, language: str | None = None) -> ImportedPage:
        return self.importer.read(data, self.name, language=language, progress=NoProgress())

    def test_it_is_in_the_registry(self) -> None:
        assert type(self.importer) in [type(one) for one in IMPORTERS]

    def test_its_endings_are_lower_case_with_a_dot(self) -> None:
        for suffix in self.importer.suffixes:
            assert suffix == suffix.lower()
            assert suffix.startswith(".")

    def test_it_takes_its_own_endings_in_any_case_and_no_foreign_one(self) -> None:
        for suffix in self.importer.suffixes:
            assert self.importer.can_read(self.sample, f"NOTE{suffix.upper()}")
        assert not self.importer.can_read(self.sample, "note.docx")

    def test_the_sample_gives_headline_body_and_language(self) -> None:
        page = self.read(self.sample)
        assert page.content.headline == "Harbour reopens after eleven years"
        assert page.content.body == PARAGRAPH
        assert page.language == "en"
        assert page.source_name == self.name

    def test_a_given_language_is_believed(self) -> None:
        assert self.read(self.sample, language="en_gb").language == normalise_tag("en-GB")

    def test_parts_hold_the_whole_input(self) -> None:
        page = self.read(self.sample)
        joined = "".join(part.text for part in page.parts)
        if self.joins_exactly:
            assert joined == self.sample.decode()
        assert PARAGRAPH in joined
        assert "Harbour reopens after eleven years" in joined

    def test_only_parts_left_out_have_a_reason(self) -> None:
        for part in self.read(self.sample).parts:
            assert (part.reason is not None) == (part.role is PartRole.LEFT_OUT)

    def test_what_it_says_of_the_date_is_in_the_content_too(self) -> None:
        page = self.read(self.sample)
        assert page.published == page.content.published_on

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
    def test_other_unicode_encodings_give_the_same_article(self, encoding: str) -> None:
        page = self.read(self.sample.decode().encode(encoding))
        assert page.content == self.read(self.sample).content

    @pytest.mark.parametrize(
        "data",
        [
            b"",
            b" \r\n\t\n",
            b"\x89PNG\r\n\x1a\n" + bytes(100),
            b"PK\x03\x04" + bytes(100),
            b"text with \x00 in it",
            bytes(range(1, 32)) * 50,
            "Bad été\n".encode() * 9 + "été".encode("cp1252"),
        ],
    )
    def test_what_is_no_text_is_refused_with_one_sentence(self, data: bytes) -> None:
        with pytest.raises(UnreadableFile) as refused:
            self.read(data)
        assert self.name in refused.value.message
        assert refused.value.message.endswith(".")

    def test_more_than_twenty_megabytes_are_refused_with_the_limit(self) -> None:
        with pytest.raises(UnreadableFile, match="20 MB"):
            self.read(self.sample + b" " * 50_000_000)

    def test_a_person_can_stop_it(self) -> None:
        with pytest.raises(Cancelled):
            self.importer.read(self.sample, self.name, language=None, progress=Stopped())
