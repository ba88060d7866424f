"""A handful of broken inputs for every parser that `parsers.py` fuzzes by hand: each ends in a value or a refusal."""

from __future__ import annotations

import contextlib
import random
from itertools import islice

import pytest

from tests.faults.every_parser import PARSERS
from tests.faults.mutations import broken

LARGEST, FEW, BROKEN = 1 << 15, 6, 5


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", PARSERS)
def test_a_parser_takes_what_it_is_for_and_answers_what_is_broken(name):
    parser = PARSERS[name]
    seeds = list(islice((seed for seed in parser.seeds() if len(seed) < LARGEST), FEW))
    assert seeds
    assert all(seeds)
    for seed in seeds:
        parser.parse(seed)
        for number in range(BROKEN):
            with contextlib.suppress(*parser.refusals):
                parser.parse(broken(seed, seeds, random.Random(f"{name}:{number}")))
