# SPDX-License-Identifier: GPL-3.0-or-later
"""Expected failures: each carries one sentence that a person at the desk understands.

EditorError
├── BadInput             what was given cannot be used; says why and what was kept
│   ├── NotFound         no such article, site, revision … (or the prefix is ambiguous)
│   ├── UnreadableFile   wrong encoding, binary as text, empty, too large, broken archive
│   └── BadTime          unknown zone, time in a gap, date out of range
├── RuleRefused          a workflow rule, embargo or check forbids it; names the rule
├── StaleRevision        the text has moved on since the base revision; carries the text
├── StorageError         the profile cannot be read or written; carries unsaved text
│   ├── ProfileLocked    another window holds this profile
│   ├── ProfileTooNew    made by a newer Editor App
│   ├── ProfileCorrupt   the database fails its integrity check
│   └── CannotSave       disk full, read-only, vanished
├── EndpointError        what a publishing endpoint said or did not say
│   ├── EndpointBusy     no answer, time-out, 408, 425, 429, 5xx: try again later
│   ├── EndpointUnknown  the request left, the reply never came: only a read may decide
│   ├── EndpointRefused  the endpoint said no for good; carries its own words
│   ├── AuthRefused      the credential is not accepted any more
│   └── PreconditionFailed  changed there since we last read it
└── Cancelled            the person stopped a long task; nothing half-done remains
"""

from __future__ import annotations


class EditorError(Exception):
    """An expected failure with a message fit for the person at the desk."""

    def __init__(self, message: str, *, kept: str = "") -> None:
        """Remember the sentence and, where text could not be saved, the text itself."""
        super().__init__(message)
        self.message = message
        self.kept = kept


class BadInput(EditorError):
    """What was given cannot be used."""


class NotFound(BadInput):
    """No such thing, or the shortened id fits several."""


class UnreadableFile(BadInput):
    """A file or pasted text cannot be read as what it claims to be."""


class BadTime(BadInput):
    """A date, time or zone that does not exist or is not clear."""


class TimeInGap(BadTime):
    """The wall time is skipped when clocks go forward; carries a suggestion."""

    def __init__(self, message: str, *, suggestion: str) -> None:
        """Take the sentence and the nearest later wall time as ``YYYY-MM-DD HH:MM``."""
        super().__init__(message)
        self.suggestion = suggestion


class TimeAmbiguous(BadTime):
    """The wall time happens twice when clocks go back: the person must choose the fold."""


class RuleRefused(EditorError):
    """A rule forbids the step; ``rule`` names it."""

    def __init__(self, message: str, *, rule: str) -> None:
        """Take the sentence and the rule's id, as in ``stage.review-needs-headline``."""
        super().__init__(message)
        self.rule = rule


class StaleRevision(EditorError):
    """The article has a newer revision than the one the text was based on."""


class StorageError(EditorError):
    """The profile cannot be read or written."""


class ProfileLocked(StorageError):
    """Another window holds this profile."""


class ProfileTooNew(StorageError):
    """The profile was written by a newer Editor App."""


class ProfileCorrupt(StorageError):
    """The database does not pass its own integrity check."""


class CannotSave(StorageError):
    """The disk is full, read-only or gone; ``kept`` holds the unsaved text."""


class EndpointError(EditorError):
    """Something a publishing endpoint said, or failed to say."""


class EndpointBusy(EndpointError):
    """No answer for now; trying again later is right."""

    def __init__(self, message: str, *, retry_after_s: float | None = None) -> None:
        """Take the sentence and the wait that the endpoint asked for, if it did."""
        super().__init__(message)
        self.retry_after_s = retry_after_s


class EndpointUnknown(EndpointError):
    """The request left this computer and no reply came: it may have been done."""


class EndpointRefused(EndpointError):
    """The endpoint refused for good; ``words`` are its own."""

    def __init__(self, message: str, *, words: str = "") -> None:
        """Take our sentence and the endpoint's own words."""
        super().__init__(message)
        self.words = words


class AuthRefused(EndpointError):
    """The credential is not accepted (any more)."""


class PreconditionFailed(EndpointError):
    """The copy there is not the one we based ours on."""


class Cancelled(EditorError):
    """The person stopped a long task."""
