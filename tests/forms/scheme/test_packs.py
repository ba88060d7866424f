"""The life of a scheme pack: made and signed by the province, installed, found damaged, taken back."""

from __future__ import annotations

import pytest

from forms import in_use
from forms.catalogue import FOLDER, load_catalogue
from forms.scheme import asking, container
from forms.scheme.manifest import MANIFEST, SchemeRefused
from forms.scheme.shelf import Shelf

PARAMETERS = "definitions/scheme/parameters.toml"


@pytest.fixture
def shelf():
    return Shelf(in_use.root())


def untouched(shelf):
    """Tell whether nothing lies on the shelf, half-made packs included."""
    return not shelf.root.exists() or list(shelf.root.iterdir()) == []


def refused(shelf, file, signer):
    before = sorted(path for path in shelf.root.rglob("*")) if shelf.root.exists() else []
    with pytest.raises(SchemeRefused) as problem:
        shelf.install(file, {signer})
    assert (sorted(path for path in shelf.root.rglob("*")) if shelf.root.exists() else []) == before
    assert problem.value.message.count("。") == 1
    assert problem.value.message.endswith("。")
    return problem.value


def test_the_same_folder_gives_the_same_bytes(desk):
    assert desk.give().read_bytes() == desk.give().read_bytes()


def test_an_installed_pack_is_what_the_program_goes_by(desk, shelf):
    desk.change(PARAMETERS, "month_day = 5 ", "month_day = 8 ")
    assert load_catalogue().scheme.folder == FOLDER / "scheme"
    done, tried = shelf.install(desk.give(), {desk.signer})
    assert tried.rules > 80
    in_use.refresh()
    catalogue = load_catalogue()
    assert catalogue.scheme.parameters["deadlines"]["month_day"] == 8
    assert catalogue.scheme.folder == done.definitions / "scheme"
    assert catalogue.scheme.codelists == done.folder / "codelists"
    assert catalogue.spoken("en").edition("JLFW-02").title != catalogue.edition("JLFW-02").title


def test_a_newer_pack_comes_into_force_and_is_taken_back(desk, shelf):
    shelf.install(desk.give("2026.1", 1), {desk.signer})
    desk.change(PARAMETERS, "month_day = 5 ", "month_day = 8 ")
    second = desk.give("2026.2", 2)
    shelf.install(second, ())  # its signer is known by now
    assert [one.manifest.version for one in shelf.packs()[0]] == ["2026.2", "2026.1"]
    gone, now = shelf.roll_back()
    assert (gone.manifest.version, now and now.manifest.version) == ("2026.2", "2026.1")
    assert shelf.install(second, ())[0].manifest.sequence == 2
    shelf.roll_back()
    assert shelf.roll_back()[1] is None
    assert load_catalogue().scheme.folder == FOLDER / "scheme"
    assert shelf.trusted() == frozenset()
    with pytest.raises(SchemeRefused, match="没有安装过制度包"):
        shelf.roll_back()


def test_a_pack_changed_after_it_was_installed_is_passed_over(desk, shelf):
    first, _ = shelf.install(desk.give("2026.1", 1), {desk.signer})
    second, _ = shelf.install(desk.give("2026.2", 2), ())
    rates = second.definitions / "scheme" / "rates.csv"
    rates.write_text(rates.read_text("utf-8").replace("2026-10,JPY,0.00", "2026-10,JPY,0.09"), "utf-8")
    in_use.refresh()
    assert load_catalogue().scheme.folder == first.definitions / "scheme"
    assert in_use.notices() == ["第2号制度包的文件被改动或损坏，已改用2026.1；请重新安装制度包。"]
    (first.definitions / "JLFW-02" / "2026-09.toml").write_text("", "utf-8")  # nothing may stand beside, either
    in_use.refresh()
    assert load_catalogue().scheme.folder == FOLDER / "scheme"
    assert len(in_use.notices()) == 2
    shelf.install(desk.given[1], {desk.signer})  # put in order by installing it once more
    in_use.refresh()
    assert load_catalogue().scheme.folder == second.definitions / "scheme"


def test_a_workbook_is_read_by_the_definitions_of_who_asks(desk, shelf):
    from forms.children.child import child_environment

    done, _ = shelf.install(desk.give(), {desk.signer})
    in_use.refresh()
    assert child_environment()[in_use.VARIABLE] == str(done.definitions)


def test_older_and_installed_packs_are_refused(desk, shelf):
    first = desk.give("2026.1", 1)
    shelf.install(desk.give("2026.2", 2), {desk.signer})
    assert refused(shelf, first, desk.signer).code == "scheme-older"
    assert refused(shelf, desk.given[1], desk.signer).code == "scheme-installed"
    assert refused(shelf, desk.give("2026.2b", 2), desk.signer).code == "scheme-older"
    assert refused(shelf, desk.give("2026.3", 3, demo=0), desk.signer).code == "scheme-demo"


def test_only_the_provinces_own_key_counts(make_desk, shelf):
    province, stranger = make_desk("省厅"), make_desk("别人")
    assert refused(shelf, stranger.give(), province.signer).code == "scheme-other-signer"
    with pytest.raises(SchemeRefused) as nobody:
        shelf.install(province.give(), ())
    assert nobody.value.code == "scheme-no-signer"
    assert untouched(shelf)
    shelf.install(province.given[0], {province.signer})
    # who got a Book to trust him has not got the shelf to
    assert refused(shelf, stranger.give("2026.9", 9), stranger.signer).code == "scheme-other-signer"


def parts(file):
    return container.read(file.read_bytes())


def test_every_changed_missing_or_added_member_is_noticed(desk, shelf, tmp_path):
    manifest, signature, members = parts(desk.give())
    name = "definitions/JLFW-02/2026-01.rules.toml"
    bad = tmp_path / "bad.zbscheme"
    for changed, code, said in (
        ({**members, name: members[name] + b"\n"}, "scheme-changed", "与清单不符"),
        ({**members, name: members[name][:-1] + b"#"}, "scheme-changed", "与清单不符"),
        ({one: members[one] for one in members if one != name}, "scheme-changed", "缺少"),
        ({**members, "codelists/extra.csv": b""}, "scheme-changed", "多出"),
    ):
        bad.write_bytes(container.write(manifest, signature, changed))
        problem = refused(shelf, bad, desk.signer)
        assert problem.code == code
        assert said in problem.message
    for spoilt in (bytes(64), signature[:-1], signature[:32] + bytes(32), b""):
        bad.write_bytes(container.write(manifest, spoilt, members))
        assert refused(shelf, bad, desk.signer).code == "scheme-signature"
    longer = manifest.replace(b'"sequence":1', b'"sequence":7')
    bad.write_bytes(container.write(longer, signature, members))
    assert refused(shelf, bad, desk.signer).code == "scheme-signature"
    for malformed in (b"", b"{}", b" " + manifest, manifest.replace(b'"v":1', b'"v":2'), b"[" * 100_000):
        bad.write_bytes(container.write(malformed, signature, members))
        assert refused(shelf, bad, desk.signer).code == "scheme-malformed"


def test_a_manifest_never_reaches_the_disk_by_another_name(desk):
    _manifest, _signature, members = parts(desk.give())
    assert MANIFEST not in members
    content = asking.take_apart(desk.given[0])
    assert content.members == members
