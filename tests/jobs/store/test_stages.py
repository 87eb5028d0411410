"""Pipelines: order, needs, memory, progress, cancelling, time limits, seconds."""

import contextlib
import itertools
import time
import weakref
from dataclasses import replace
from pathlib import Path

import pytest

from bozzetto.export.package.deliver import DeliverySettings, Destination
from bozzetto.export.package.export_settings import ExportSettings
from bozzetto.export.package.field_to_files import field_file_stages
from bozzetto.export.package.mesh_to_mesh import RemeshSettings, mesh_stages
from bozzetto.jobs.config.errors import RunInterrupted
from bozzetto.jobs.store.progress import Progress
from bozzetto.jobs.store.stages import run_stages
from bozzetto.stages import Stage, StageTimeoutError, check_order
from bozzetto.stages import run_stages as run_plain


def doubling(number, factor, report):
    report(0.5)
    return factor * number


PIPELINE = [
    Stage("training", lambda: 3, ("number",), group="training", own_progress=True),
    Stage("doubling", doubling, ("double",), {"factor": 2}),
    Stage("writing", lambda double: ([double], "done"), ("files", "word")),
]


def test_stages_pass_on_what_they_make_and_are_counted_without_a_list_of_names():
    reports: list[Progress] = []
    entered: list[str] = []
    made = run_stages(
        PIPELINE, ("files", "word"), progress=reports.append, enter=lambda stage: entered.append(stage.name)
    )
    assert made["files"] == [6] and made["word"] == "done" and entered == ["training", "doubling", "writing"]
    assert [(p.stage, p.step, p.total, p.part) for p in reports] == [
        ("export", 0, 2, "doubling"), ("export", 0, 2, "doubling"), ("export", 1, 2, "doubling"),
        ("export", 1, 2, "writing"), ("export", 2, 2, "writing"),
    ]  # fmt: skip
    assert {group: list(seconds) for group, seconds in made["seconds"].items()} == {
        "training": ["training"],
        "export": ["doubling", "writing"],
    }


def test_a_pipeline_goes_on_with_what_one_before_it_made():
    first = run_stages(PIPELINE[:1], ("number",))
    seconds = first.pop("seconds")
    made = run_stages(PIPELINE[1:], ("files",), given=first, before=seconds)
    assert made["files"] == [6]
    assert {group: list(taken) for group, taken in made["seconds"].items()} == {
        "training": ["training"],
        "export": ["doubling", "writing"],
    }
    assert list(seconds) == ["training"], "what was handed over stays as it was"


def test_a_pipeline_that_cannot_work_is_refused_before_it_begins():
    with pytest.raises(ValueError, match="the stage doubling needs number, which none before it makes"):
        run_stages(PIPELINE[1:])
    with pytest.raises(ValueError, match="no stage makes other"):
        run_stages(PIPELINE, ("other",))
    with pytest.raises(ValueError, match="two stages have one name"):
        check_order([PIPELINE[0], PIPELINE[0]])
    with pytest.raises(ValueError, match="makes 2 things, and says files"):
        run_stages([*PIPELINE[:2], replace(PIPELINE[2], makes=("files",) * 3)])


def test_what_may_be_missing_has_a_default_and_a_name_can_be_replaced():
    stages = [
        Stage("first", lambda: 1, ("value",)),
        Stage("second", lambda value, other=5: value + other, ("value",)),
    ]
    assert run_plain(stages, ("value",))["value"] == 6
    assert run_plain(stages, ("value",), given={"other": 1})["value"] == 2


def test_what_no_later_stage_uses_is_let_go():
    class Grid:
        pass

    alive: list[weakref.ref] = []

    def sample():
        grid = Grid()
        alive.append(weakref.ref(grid))
        return grid

    stages = [
        Stage("grid", sample, ("grid",)),
        Stage("surface", lambda grid: "surface", ("surface",)),
        Stage("check", lambda surface: alive[-1]() is None, ("gone",)),
    ]
    assert run_plain(stages, ("gone",))["gone"]
    assert not run_plain(stages, ("gone", "grid"))["gone"], "a result is kept"


def test_what_stages_open_is_closed_at_the_end_well_or_not():
    events: list[str] = []

    def opening(cleanup: contextlib.ExitStack):
        cleanup.callback(events.append, "closed")

    def failing():
        events.append("failing")
        raise OSError("no")

    with pytest.raises(OSError):
        run_plain([Stage("opening", opening), Stage("failing", failing)])
    assert events == ["failing", "closed"]


def test_a_pipeline_stops_where_it_is_asked_to():
    reports: list[Progress] = []
    with pytest.raises(RunInterrupted, match="stopped in doubling"):
        run_stages(PIPELINE, progress=reports.append, should_stop=lambda: len(reports) == 2)
    assert [p.part for p in reports] == ["doubling"] * 2


def test_a_stage_may_take_no_longer_than_it_says(monkeypatch):
    clock = itertools.count()
    monkeypatch.setattr(time, "perf_counter", lambda: float(next(clock)))
    slow = [PIPELINE[0], replace(PIPELINE[1], time_limit=1.5, advice="take a smaller number")]
    with pytest.raises(StageTimeoutError, match="'doubling' was 50% done after 1.5 s: take a smaller number"):
        run_stages(slow)


def test_every_export_is_a_pipeline_that_can_work():
    """Whatever is asked for: each stage finds what it needs, and a bar finds a stage by its name."""
    here = Destination(Path(), "x")
    for maps, lods, report in itertools.product((False, True), (0, 2), (False, True)):
        settings = ExportSettings(normal_map=maps, occlusion=maps, line_length=0.03)
        delivery = DeliverySettings(lods=lods, report=report, turntable=4, collision=maps)
        check_order(field_file_stages(settings, delivery, here), ("delivered",), {"field": None, "source_view": None})
        check_order(mesh_stages("x.obj", RemeshSettings(), delivery, here), ("delivered",))
