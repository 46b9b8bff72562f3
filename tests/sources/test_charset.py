"""Bytes to text: never an error, and the right letters where they can be told."""

from __future__ import annotations

import codecs

import pytest

from onrecord.sources.charset import decode, sniff_encoding

WORDS = "“Café” – naïve, 40 €"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_and_without_a_byte_order_mark(encoding: str) -> None:
    assert decode(WORDS.encode(encoding)) == WORDS


@pytest.mark.parametrize("label", ["windows-1252", "ISO-8859-1", "latin1", "us-ascii"])
def test_a_declared_latin_page_is_read_as_browsers_do(label: str) -> None:
    page = f'<html><head><meta charset="{label}"></head><body>{WORDS}</body></html>'
    assert WORDS in decode(page.encode("cp1252"))


def test_what_the_server_said_counts() -> None:
    assert decode("Мост откроют".encode("cp1251"), declared="windows-1251") == "Мост откроют"


def test_an_unknown_label_is_passed_over() -> None:
    assert "Café" in decode(b"<meta charset=klingon>" + b"The Caf\xe9 in the town was closed on Monday. " * 5)


def test_a_few_broken_bytes_cost_only_themselves() -> None:
    data = ("The bakers met on Monday. " * 50).encode().replace(b"bakers", b"bak\xffrs", 1)
    assert decode(data).count("bakers") == 49


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"\x80\x81\x8d", bytes(range(256)), codecs.BOM_UTF8, b""])
def test_no_bytes_are_an_error(data: bytes) -> None:
    assert isinstance(decode(data), str)


def test_a_sample_that_ends_inside_a_character_is_utf8() -> None:
    assert sniff_encoding("Café".encode()[:-1]) == "utf-8"
    assert sniff_encoding(b"title\nCaf\xe9\n") == "cp1252"
