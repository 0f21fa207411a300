"""Odd characters become plain ones, or vanish; what means something else stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.ingest.cells.characters import plain_characters


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("１２３", "123"), ("٣", "3"), ("Ａ／Ｂ", "A/B"), ("a\u00a0b\u2009c", "a b c"), ("a\u200bb\ufeffc\u00add", "abcd"),
        ("1–2—3−4‑5", "1-2-3-4-5"), ("’a‘ ´b`", "'a' 'b`"), ("5·1", "5.1"), ("é²ñ", "é²ñ"), ("a\u202eb", "ab"),
    ],
)  # fmt: skip
def test_plain(text: str, plain: str) -> None:
    assert plain_characters(text) == plain


@given(st.text())
def test_plain_text_stays_plain(text: str) -> None:
    plain = plain_characters(text)
    assert plain_characters(plain) == plain
