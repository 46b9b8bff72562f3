"""Bytes to text: byte order mark, then what the page declares, then UTF-8, then a guess. Never an error."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
# What browsers read when a page claims the former (WHATWG Encoding): the C1 controls are never meant.
_BROWSER_READS = {
    **dict.fromkeys(("iso-8859-1", "iso8859-1", "latin-1", "latin1", "ascii", "us-ascii"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **dict.fromkeys(("shift_jis", "x-sjis"), "cp932"),
    "iso-8859-9": "cp1254",
}
_GUESSED = ["cp1252", "cp1251", "cp1250", "utf_16", "shift_jis", "big5", "gb18030", "euc_kr"]


def decode(data: bytes, *, declared: str | None = None) -> str:
    """The text of the bytes. declared: what the transport said ("charset" of Content-Type), believed after a BOM.

    Bytes that fit no encoding become U+FFFD, so that a damaged page costs characters and not the page.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    for told in (declared, _declared_in(data)):
        if told and (text := _try(data, told)) is not None:
            return text
    return _guess(data)


def sniff_encoding(sample: bytes) -> str:
    """The encoding to open a long text with, judged by its first bytes; a character cut at their end is no fault."""
    for mark, name in _BOMS:
        if sample.startswith(mark):
            return name
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        text = sample.decode("utf-8", "replace")
        return "utf-8" if text.count("\ufffd") * 500 < len(text) else "cp1252"
    return "utf-8"


def _declared_in(data: bytes) -> str | None:
    match = _DECLARED.search(data[:4096])
    return match[1].decode("ascii", "replace") if match else None


def _try(data: bytes, name: str) -> str | None:
    name = _BROWSER_READS.get(name.lower(), name.lower())
    try:
        return data.decode(name)
    except LookupError:
        return None
    except UnicodeError:
        # A few broken bytes in a long page: keep the declared reading if nearly all of it fits.
        text = data.decode(name, "replace")
        return text if text.count("\ufffd") * 100 < len(text) else None


def _guess(data: bytes) -> str:
    text = data.decode("utf-8", "replace")
    if text.count("\ufffd") * 500 < len(text):
        return text
    best = from_bytes(data[:50_000], cp_isolation=_GUESSED).best()
    return data.decode(best.encoding, "replace") if best else data.decode("cp1252", "replace")
