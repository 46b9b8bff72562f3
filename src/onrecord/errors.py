"""What can go wrong, as one small tree. Every error names the input, says what is wrong and what to try."""

from __future__ import annotations


class OnrecordError(Exception):
    """Base of all errors that onrecord raises on purpose.

    input: the path, URL or name that it is about. reason: what is wrong. hint: what to try. exit_code: for scripts.
    """

    exit_code = 1

    def __init__(self, input: str, reason: str, hint: str | None = None) -> None:
        super().__init__(input, reason, hint)
        self.input, self.reason, self.hint = input, reason, hint

    def __str__(self) -> str:
        return f"{self.input}: {self.reason}" + (f" ({self.hint})" if self.hint else "")


class InputError(OnrecordError):
    """A setting or argument that makes no sense."""

    exit_code = 2


class SourceError(OnrecordError):
    """An input that cannot be read: missing, empty, too large, a URL that does not answer, a private address."""

    exit_code = 3


class NotAnArticle(OnrecordError):
    """An input that was read and is no article: an index page, a consent wall, "access denied", binary, empty.

    kind: a short stable word for reports ("index-page", "consent-wall", "access-denied", "empty", "binary" ...).
    """

    exit_code = 4

    def __init__(self, input: str, reason: str, hint: str | None = None, *, kind: str = "not-an-article") -> None:
        super().__init__(input, reason, hint)
        self.kind = kind


class RecordError(OnrecordError):
    """A record (database) that cannot be opened or written: not ours, newer, locked, disk full."""

    exit_code = 5


class ModelError(OnrecordError):
    """The model's files are missing, damaged or of another version."""

    exit_code = 6
