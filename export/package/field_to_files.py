"""From a field to files: what `bozzetto export` does with a run."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from bozzetto.export.mesh.normal_fit import NormalFn
from bozzetto.export.package.deliver import Delivery, DeliverySettings, deliver, delivery_stages
from bozzetto.export.package.export_settings import ExportSettings
from bozzetto.export.package.field_to_mesh import field_stages, field_to_model
from bozzetto.export.package.levels import first_level, further_levels
from bozzetto.export.package.stages import Progress, Stages
from bozzetto.export.surface.density_grid import DensityFn
from bozzetto.export.surface.iso_level import OpacityFn
from bozzetto.export.texture.bake import ColorFn
from bozzetto.export.texture.compare import ViewFn


def field_file_stages(
    settings: ExportSettings, delivery: DeliverySettings, *, silhouettes: bool = True, compared: bool = True
) -> tuple[str, ...]:
    """The stages that `export_field` reports, all of them, in order.

    Args:
        settings: how the field becomes a mesh.
        delivery: what is written.
        silhouettes: whether it gets an `opacity_fn`.
        compared: whether it gets a `source_view_fn`.
    """
    return (
        *field_stages(settings, silhouettes=silhouettes),
        *(["levels"] if delivery.lods else []),
        *delivery_stages(delivery, compared=compared),
    )


def export_field(
    density_fn: DensityFn,
    color_fn: ColorFn,
    opacity_fn: OpacityFn | None,
    folder: str | os.PathLike[str],
    stem: str,
    settings: ExportSettings,
    delivery: DeliverySettings,
    metadata: Mapping[str, Any],
    *,
    view_fn: ViewFn | None = None,
    source_view_fn: ViewFn | None = None,
    normal_fn: NormalFn | None = None,
    alpha_fn: OpacityFn | None = None,
    glass: bool = False,
    facts: Mapping[str, Any] | None = None,
    progress: Progress | None = None,
) -> Delivery:
    """Turns a field into a mesh and levels of detail, and writes what is asked for with a report.

    Args:
        density_fn, color_fn, opacity_fn, view_fn, normal_fn, alpha_fn, glass: see `field_to_model`.
        folder: where to; must exist.
        stem: the files' name without an ending.
        settings: how the field becomes a mesh.
        delivery: what is written.
        metadata: where the object comes from; goes into the files.
        source_view_fn: renders that the report compares the mesh with; None compares none.
        facts: further entries of the report, beside `field`.
        progress: called through the stages of `field_file_stages`.

    Returns:
        The files and the report.

    Raises:
        OSError: a file cannot be written; then none is.
        ValueError: see `field_to_model` and `deliver`.
    """
    model = field_to_model(
        density_fn, color_fn, opacity_fn, settings, progress,
        view_fn=view_fn, normal_fn=normal_fn, alpha_fn=alpha_fn, glass=glass,
    )  # fmt: skip
    report = model.report
    levels = [
        first_level(
            model.mesh, model.high_poly, settings.texture_size, method=report.uv_method, charts=report.uv_charts,
            note="; ".join(part for part in (report.uv_note, report.map_note) if part), measured=delivery.report,
        )
    ]  # fmt: skip
    stages = Stages(progress, seconds=report.seconds)
    if delivery.lods:
        with stages.stage("levels") as report_fraction:
            levels += further_levels(
                model.low_poly, model.high_poly, color_fn, settings, delivery.lods,
                offsets=model.offsets, opacity=model.opacity, progress=report_fraction,
            )  # fmt: skip
    return deliver(
        tuple(levels), folder, stem, delivery, metadata,
        high_poly=model.high_poly, view_fn=source_view_fn, seconds=stages.seconds,
        facts={"field": report.as_dict(), **(facts or {})}, progress=progress,
    )  # fmt: skip
