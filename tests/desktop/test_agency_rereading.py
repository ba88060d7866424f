"""What a batch leaves behind in many Books is read again and shown together, the last of it at once."""

from __future__ import annotations

from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject

from desktop import background
from desktop.agency.rereading import Rereading
from forms.cabinet import FirmStand


class Slow:
    """A folder of Books whose disk answers when it is told to."""

    def __init__(self):
        self.may = Event()

    def stand(self, path):
        self.may.wait()
        return FirmStand(path, path.stem)


def test_fifty_firms_read_at_once_are_told_in_few_tellings_and_none_is_forgotten(qapp, qtbot):
    told, owner, folder = [], QObject(), Slow()
    rereading = Rereading(owner, told.append)
    paths = [Path(f"{number}.zhibao") for number in range(50)]
    for path in paths:
        rereading.read(folder, path)
    folder.may.set()
    assert background.finish()  # all of them have answered before the window looks
    qtbot.waitUntil(lambda: sum(map(len, told)) == len(paths))
    assert {one.path for some in told for one in some} == set(paths)
    assert len(told) < len(paths) / 2


def test_a_single_firm_is_told_at_once(qapp, qtbot):
    told, owner, folder = [], QObject(), Slow()
    folder.may.set()
    Rereading(owner, told.append).read(folder, Path("1.zhibao"))
    qtbot.waitUntil(lambda: not background.busy())
    assert [len(some) for some in told] == [1]
