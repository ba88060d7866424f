"""Child processes that meet what nobody vouches for: workbooks of all kinds, and scheme packs.

`child.py` starts, feeds, hears, cancels and ends one; `limits.py` says what it may use; `answering.py` is its own side;
`endings.py` turns whatever became of it into one typed refusal. The other modules are each the work of one child, and
run nowhere else.
"""
