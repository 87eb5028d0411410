"""Pipelines: order, needs, progress, cancelling, time limits, seconds."""

import itertools
import time

import pytest

from bozzetto.export.package.deliver import DeliverySettings
from bozzetto.export.package.export_settings import ExportSettings
from bozzetto.export.package.field_to_files import field_file_stages
from bozzetto.export.package.mesh_to_mesh import mesh_stages
from bozzetto.jobs.config.errors import RunInterrupted, StageTimeoutError
from bozzetto.jobs.store.progress import Progress
from bozzetto.jobs.store.stages import Stage, check_order, run_stages


def doubling(artifacts, report):
    report("first", 0.0)
    report("first", 1.0)
    report("second", 0.5)
    report("second", 1.0)
    return {"double": 2 * artifacts["number"]}


PIPELINE = [
    Stage("training", lambda artifacts, report: {"number": 3}, makes=("number",), group="training", own_progress=True),
    Stage("doubling", doubling, needs=("number",), makes=("double",), parts=("first", "second")),
    Stage("writing", lambda artifacts, report: {"files": [artifacts["double"]]}, needs=("double",), makes=("files",)),
]


def test_stages_pass_on_what_they_make_and_are_counted_without_a_list_of_names():
    reports: list[Progress] = []
    entered: list[str] = []
    made = run_stages(PIPELINE, progress=reports.append, enter=lambda stage: entered.append(stage.name))
    assert made["files"] == [6] and entered == ["training", "doubling", "writing"]
    assert [(p.stage, p.step, p.total, p.part) for p in reports] == [
        ("export", 0, 3, "first"), ("export", 0, 3, "first"), ("export", 1, 3, "first"), ("export", 1, 3, "second"),
        ("export", 2, 3, "second"), ("export", 2, 3, "writing"), ("export", 3, 3, "writing"),
    ]  # fmt: skip
    assert {group: list(seconds) for group, seconds in made["seconds"].items()} == {
        "training": ["training"],
        "export": ["doubling", "writing"],
    }


def test_a_pipeline_that_cannot_work_is_refused_before_it_begins():
    with pytest.raises(ValueError, match="the stage doubling needs number, which none before it makes"):
        run_stages(PIPELINE[1:])
    with pytest.raises(ValueError, match="two stages have one name"):
        check_order([PIPELINE[0], PIPELINE[0]])
    with pytest.raises(ValueError, match=r"makes \['other'\], and says \['number'\]"):
        run_stages([Stage("training", lambda artifacts, report: {"other": 3}, makes=("number",))])


def test_a_pipeline_stops_where_it_is_asked_to():
    reports: list[Progress] = []
    with pytest.raises(RunInterrupted, match="stopped in doubling"):
        run_stages(PIPELINE, progress=reports.append, should_stop=lambda: reports[-1].step == 1)
    assert reports[-1].part == "first"


def test_a_stage_may_take_no_longer_than_it_says(monkeypatch):
    clock = itertools.count()
    monkeypatch.setattr(time, "perf_counter", lambda: float(next(clock)))
    slow = [PIPELINE[0], Stage(**{**vars(PIPELINE[1]), "time_limit": 3.5})]
    with pytest.raises(StageTimeoutError, match="doubling: second was 50% done after 3.5 s"):
        run_stages(slow)


def test_what_is_reported_must_be_announced():
    stage = Stage("doubling", doubling, makes=("double",), parts=("first",))
    with pytest.raises(AssertionError, match="reports 'second', which it does not announce"):
        run_stages([PIPELINE[0], Stage(**{**vars(stage), "needs": ("number",)})])


def test_no_export_announces_a_stage_twice():
    """A bar finds a stage by its name."""
    for maps, lods, report in itertools.product((False, True), (0, 2), (False, True)):
        settings = ExportSettings(normal_map=maps, occlusion=maps, line_length=0.03)
        delivery = DeliverySettings(lods=lods, report=report, turntable=4, collision=maps)
        for stages in (field_file_stages(settings, delivery), mesh_stages(delivery)):
            assert len(set(stages)) == len(stages)
