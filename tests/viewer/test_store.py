"""The index agrees with the folders after whatever happens to them, reads only what changed, and is only a copy."""

import json
import os
import shutil
import sqlite3
import time

import pytest

from bozzetto.jobs.config.errors import DiskError
from bozzetto.jobs.store.runs import lock_run, write_state
from bozzetto.viewer import store as store_module
from bozzetto.viewer.store import SORTS, Entry, Store, StoreError, clean_tags, read_entry

HOSTILE = "<script>alert(1)</script> ../../etc 100% _x_ \\ 'quoted' \u202e"


def names(page):
    return [entry.name for entry in page.entries]


def settle(folder):
    """Puts the folders' times far enough back that their entries count as settled."""
    for path in (folder / "runs").iterdir():
        os.utime(path, (time.time() - 60, time.time() - 60))


def test_a_run_is_read_whole(store, make_run):
    make_run("20260102-030405-box-abc", "a red box", negative="blue", seed=7)
    assert store.refresh() == 1
    entry = store.get("20260102-030405-box-abc")
    assert (entry.prompt, entry.negative, entry.preset, entry.seed, entry.steps) == (
        "a red box",
        "blue",
        "draft",
        7,
        120,
    )
    assert (entry.status, entry.step, entry.seconds, entry.faces, entry.stars) == ("done", 120, 10.0, 12, 0)
    assert time.localtime(entry.created)[:6] == (2026, 1, 2, 3, 4, 5)


def test_only_changed_folders_are_read_again(home, store, make_run, monkeypatch):
    for n in range(5):
        make_run(f"r{n}")
    settle(home)
    assert store.refresh(force=True) == 5
    read = []
    monkeypatch.setattr(
        store_module, "read_entry", lambda path, stamp: read.append(path.name) or read_entry(path, stamp)
    )
    assert store.refresh(force=True) == 0 and not read
    write_state(store.run("r3"), "failed", "training", 50, 120, "the disk is full")
    assert store.refresh(force=True) == 1 and read == ["r3"]
    assert store.get("r3").reason == "the disk is full"
    # Changed just now: its time may not move with a further change, so it is read once more.
    assert store.refresh(force=True) == 1
    # A second process finds the index that the first one made.
    settle(home)
    store.refresh(force=True)
    assert Store(home).refresh() == 0 and Store(home).page().total == 5


def test_refresh_trusts_its_last_visit_for_the_interval(home, make_run):
    store = Store(home, interval=60)
    store.refresh()
    make_run("r")
    assert store.refresh() == 0 and store.page().total == 0
    assert store.refresh(force=True) == 1


def test_folders_that_vanish_leave_the_index(home, store, make_run):
    make_run("r1"), make_run("r2")
    store.refresh()
    shutil.rmtree(home / "runs" / "r1")
    store.refresh()
    assert names(store.page()) == ["r2"] and store.get("r1") is None
    with pytest.raises(StoreError, match="no run 'r1'"):
        store.run("r1")


def test_a_running_run_is_looked_at_each_time_until_its_process_is_gone(store, make_run):
    run = make_run("r", status="running")
    with lock_run(run.path):
        store.refresh()
        assert store.get("r").status == "running"
    store.refresh()
    assert store.get("r").status == "interrupted" and "without saying why" in store.get("r").reason


@pytest.mark.parametrize(
    "damage", ["", "{", "[1]", '{"prompt": 3, "steps": "many", "seed": 1e999}', "[" * 100_000, "\x00\xff"]
)
def test_damaged_files_are_an_entry_and_never_an_error(home, store, make_run, damage):
    make_run("whole"), make_run("odd")
    for file in ("config.json", "state.json", "report.json", "marks.json"):
        (home / "runs" / "odd" / file).write_text(damage)
    store.refresh()
    assert set(names(store.page())) == {"whole", "odd"}
    odd = store.get("odd")
    assert odd.status == "damaged" or odd.prompt == "3"
    assert store.page(statuses=("damaged",)).total == (odd.status == "damaged")


def test_extreme_numbers_survive(home, store, make_run):
    run = make_run("r", seed=2**63 - 1)
    report = {"seconds": {"a": float("1e308"), "b": True}, "export": {"n_faces": 2**64}, "score": "high"}
    (run.path / "report.json").write_text(json.dumps(report))
    store.refresh()
    entry = store.get("r")
    assert entry.seed == 2**63 - 1 and entry.faces is None and entry.score is None and entry.seconds == 1e308


@pytest.mark.parametrize("name", ["../r", "r/../r", "/etc", ".", "..", "", "r\0", "R", None, 3, "%", "r%"])
def test_a_name_from_outside_finds_only_a_run_of_exactly_that_name(store, make_run, name):
    make_run("r")
    store.refresh()
    assert store.get(name) is None


def test_hostile_prompts_and_tags_are_data(store, make_run):
    make_run("r1", HOSTILE), make_run("r2", "a plain box")
    store.refresh()
    assert store.get("r1").prompt == " ".join(HOSTILE.split())
    for word in ("100%", "_x_", "\\", "'quoted'", "<script>"):
        assert names(store.page(word)) == ["r1"], word
    assert store.page("%").total == 1 and store.page("_").total == 1 and store.page("b_x").total == 0
    store.set_tags("r2", ["50%", "a_b", "x' OR '1'='1"])
    assert names(store.page(tags=["50%"])) == ["r2"] and store.page(tags=["5"]).total == 0
    assert store.page(tags=["a.b"]).total == 0 and names(store.page(tags=["x' OR '1'='1"])) == ["r2"]


def test_search_filters_orders_and_pages(store, make_run):
    prompts = ["a red chair", "a blue chair", "a red car", "a green car"]
    for n, prompt in enumerate(prompts):
        make_run(f"2026010{n + 1}-000000-x", prompt)
    store.refresh()
    store.set_stars("20260102-000000-x", 5)
    store.set_stars("20260103-000000-x", 2)
    store.set_tags("20260101-000000-x", ["keep"])
    assert {e.prompt for e in store.page("RED").entries} == {"a red chair", "a red car"}
    assert store.page("red chair").total == 1 and store.page("chair red nothing").total == 0
    assert {e.stars for e in store.page(stars=2).entries} == {2, 5}
    assert [e.stars for e in store.page(sort="stars").entries][:2] == [5, 2]
    assert store.page("keep").total == 1 and store.tags() == ["keep"]
    assert names(store.page(sort="oldest")) == sorted(names(store.page()))
    assert [e.prompt for e in store.page(sort="prompt").entries] == sorted(prompts)
    whole = [names(store.page(offset=n, limit=1))[0] for n in range(4)]
    assert whole == names(store.page()) and store.page(offset=9).entries == () and store.page(limit=0).total == 4
    for sort in SORTS:
        assert store.page(sort=sort).total == 4
    with pytest.raises(StoreError, match="expected an order"):
        store.page(sort="name; DROP TABLE entries")
    assert store.prompts(2) == ["a green car", "a red car"]


def test_marks_live_in_the_run_and_survive_the_index(home, store, make_run):
    make_run("r")
    store.refresh()
    store.set_stars("r", 4)
    store.set_tags("r", ["  two   words ", "b", "b", ""])
    assert json.loads((home / "runs" / "r" / "marks.json").read_text()) == {"stars": 4, "tags": ["two words", "b"]}
    shutil.rmtree(home / "cache")
    fresh = Store(home)
    fresh.refresh()
    assert (fresh.get("r").stars, fresh.get("r").tags) == (4, ("two words", "b"))
    for stars in (-1, 6, True, 2.0, "3"):
        with pytest.raises(StoreError, match="0 to 5"):
            store.set_stars("r", stars)
    with pytest.raises(StoreError, match="no run"):
        store.set_stars("../r", 1)
    for bad in (["x" * 33], ["a\nb\x07"], [f"t{n}" for n in range(21)]):
        with pytest.raises(StoreError, match="tag"):
            clean_tags(bad)


def test_the_bin_gives_back_what_was_deleted(home, store, make_run):
    run = make_run("r", "a red box")
    whole = {p.name: p.read_bytes() for p in run.path.iterdir() if p.is_file()}
    store.refresh()
    binned = store.delete("r")
    assert store.get("r") is None and not run.path.exists()
    assert [(b.name, b.prompt) for b in store.binned()] == [(binned, "a red box")]
    # Another run has taken its name meanwhile: nothing is overwritten.
    make_run("r", "another")
    assert store.restore(binned) == "r~1"
    store.refresh()
    assert store.get("r").prompt == "another" and store.get("r~1").prompt == "a red box"
    assert {p.name: p.read_bytes() for p in (home / "runs" / "r~1").iterdir() if p.is_file()} == whole
    assert store.binned() == []
    store.purge(store.delete("r"))
    assert store.binned() == [] and store.page().total == 1


@pytest.mark.parametrize("name", ["..", "../runs", "nothing", "", ".", "r/../../runs/r"])
def test_the_bin_takes_no_paths(home, store, make_run, name):
    make_run("r"), make_run("q")
    store.refresh()
    store.delete("q")
    for act in (store.restore, store.purge):
        with pytest.raises(StoreError, match="in the bin"):
            act(name)
    assert (home / "runs" / "r").is_dir() and len(store.binned()) == 1


def test_a_bin_note_that_was_tampered_with_cannot_lead_out_of_the_store(home, store, make_run):
    make_run("r")
    store.refresh()
    binned = store.delete("r")
    (home / "bin" / binned / "binned.json").write_text(json.dumps({"name": "../../escaped"}))
    assert store.restore(binned) == "r" and not (home.parent / "escaped").exists()


def test_a_run_at_work_is_not_deleted(store, make_run):
    run = make_run("r", status="running")
    store.refresh()
    with lock_run(run.path), pytest.raises(StoreError, match="is running"):
        store.delete("r")
    assert run.path.is_dir()


@pytest.mark.parametrize("damage", ["garbage", "future", "other table"])
def test_a_spoilt_index_is_made_again(home, make_run, damage):
    make_run("r")
    first = Store(home)
    first.refresh()
    first.set_stars("r", 3)
    path = home / "cache" / "gallery.sqlite3"
    if damage == "garbage":
        path.write_bytes(b"not a database at all" * 100)
    else:
        with sqlite3.connect(path) as db:
            change = "PRAGMA user_version = 99" if damage == "future" else "ALTER TABLE entries DROP COLUMN stars"
            db.execute(change)
    again = Store(home)
    again.refresh()
    assert again.get("r").stars == 3


def test_where_nothing_can_be_written_the_gallery_still_reads(home, make_run, monkeypatch):
    make_run("r")
    (home / "cache").write_text("a file where the folder should be")
    store = Store(home)
    store.refresh()
    assert store.page().total == 1 and "kept in memory" in store.notice
    (home / "runs" / "r" / "marks.json").mkdir()
    with pytest.raises(DiskError, match="cannot write the marks"):
        store.set_stars("r", 3)
    assert store.get("r").stars == 0


def test_no_runs_folder_is_an_empty_gallery(store):
    assert store.refresh() == 0 and store.page().total == 0 and store.binned() == [] and store.tags() == []


def test_a_thousand_runs_are_read_once(home, store, make_run, monkeypatch):
    source = make_run("source").path
    for n in range(1000):
        target = home / "runs" / f"20260101-000000-{n:04d}"
        target.mkdir()
        for file in ("config.json", "state.json", "report.json"):
            os.link(source / file, target / file)
    settle(home)
    store.refresh(force=True)
    # A second visit and a search open no file of any run: measured, 10 ms.
    monkeypatch.setattr(store_module, "read_entry", lambda *arguments: pytest.fail("a run was read again"))
    monkeypatch.setattr(store_module, "read_json_object", lambda *arguments: pytest.fail("a file was opened"))
    assert store.refresh(force=True) == 0
    page = store.page("red box", sort="stars", offset=480, limit=24)
    assert page.total == 1001 and len(page.entries) == 24


def test_an_entry_of_a_folder_without_anything_is_damaged(tmp_path):
    entry = read_entry(tmp_path)
    assert entry == Entry(name=tmp_path.name, created=0.0, damage="config.json is missing; state.json is missing")
