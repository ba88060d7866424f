"""What both ends rest on: canonical bytes, digests, codes that survive being pasted."""

from __future__ import annotations

import msgspec
import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from sync.enrolment_code import EnrolmentCode, decode_enrolment_code
from sync.problems import PROBLEMS, ProblemType
from sync.protocol import content_digest, digest_matches

FIELD = st.from_regex(r"[a-z][a-z0-9_]{0,10}", fullmatch=True)
VALUE = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(FIELD, inner, max_size=4),
)


@given(st.dictionaries(FIELD, VALUE))
def test_sorted_compact_json_is_canonical_json(document):
    """The endpoint tells canonical bytes by msgspec; the client writes them by RFC 8785."""
    assert msgspec.json.encode(document, order="deterministic") == rfc8785.dumps(document)


@given(st.binary(), st.binary())
def test_a_digest_is_of_one_body(body, other):
    assert digest_matches(content_digest(body), body)
    assert digest_matches(f"sha-512=:AA==:, {content_digest(body)}", body)
    assert digest_matches(content_digest(body), other) == (body == other)
    assert not digest_matches(None, body)


@given(st.from_regex(r"[A-Za-z0-9_-]{1,40}", fullmatch=True), st.binary(min_size=32, max_size=32))
def test_a_code_survives_being_pasted_in_pieces(code, key):
    given_out = EnrolmentCode(url="https://swfw.example.gov.cn:8443/zhibao", code=code, fingerprint=key.hex())
    text = given_out.encode()
    assert decode_enrolment_code(f"  {text[:20]}\n {text[20:]}\t") == given_out


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "ZB1.",
        "ZB1.%%%",
        "ZB1.e30",
        "ZB2.abc",
        "ZB1.\u00e9",
        "ZB1." + "A" * 5000,
        EnrolmentCode("a", "b", "c").encode(),
    ],
)
def test_what_is_no_code_is_said_to_be_none(text):
    with pytest.raises(ValueError, match="报送码"):
        decode_enrolment_code(text)


@given(st.text())
def test_no_text_breaks_the_reader_of_codes(text):
    with pytest.raises(ValueError, match="报送码"):
        decode_enrolment_code("ZB1." + text)


def test_every_problem_has_a_status_and_a_title():
    assert set(PROBLEMS) == set(ProblemType)
