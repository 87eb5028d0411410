"""From a field to files: what `bozzetto export` does with a run."""

from __future__ import annotations

from bozzetto.export.mesh.mesh import Mesh
from bozzetto.export.package.deliver import DeliverySettings, Destination, delivery_stages
from bozzetto.export.package.export_settings import ExportSettings
from bozzetto.export.package.field_to_mesh import ExportReport, FieldFunctions, field_stages
from bozzetto.export.package.levels import Level, first_level, further_levels
from bozzetto.export.texture.texture_fit import SurfaceValues
from bozzetto.stages import ReportFn, Stage


def field_file_stages(
    settings: ExportSettings,
    delivery: DeliverySettings,
    destination: Destination,
    *,
    silhouettes: bool = True,
    compared: bool = True,
) -> list[Stage]:
    """The stages from `field`, a FieldFunctions, to files: `delivery`, and all that those of `field_stages` make.

    Beside `field` they use, where it is there, what `delivery_stages` uses: `metadata`, `facts`, `source_view`.

    Args:
        settings: how the field becomes a mesh.
        delivery: what is written.
        destination: where to.
        silhouettes: whether the field has an `opacity`.
        compared: whether there is a `source_view`.
    """
    given = {"settings": settings, "delivery": delivery}
    return [
        *field_stages(settings, silhouettes=silhouettes),
        Stage("levels", field_levels, ("levels", "facts"), given),
        *delivery_stages(delivery, destination, compared=compared),
    ]


def field_levels(
    field: FieldFunctions,
    mesh: Mesh,
    low_poly: Mesh,
    high_poly: Mesh,
    field_report: ExportReport,
    offsets: SurfaceValues | None,
    surface_opacity: SurfaceValues | None,
    settings: ExportSettings,
    delivery: DeliverySettings,
    report: ReportFn,
    facts: dict[str, object] | None = None,
) -> tuple[tuple[Level, ...], dict[str, object]]:
    """Level 0, measured, and the further ones; and what the report says of the field."""
    notes = (field_report.uv_note, field_report.map_note)
    first = first_level(
        mesh, high_poly, settings.texture_size, method=field_report.uv_method, charts=field_report.uv_charts,
        note="; ".join(note for note in notes if note), measured=delivery.report,
    )  # fmt: skip
    further = further_levels(
        low_poly, high_poly, field.color, settings, delivery.lods,
        offsets=offsets, opacity=surface_opacity, progress=report,
    )  # fmt: skip
    return (first, *further), {"field": field_report.as_dict(), **(facts or {})}
