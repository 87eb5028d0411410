"""The page of the quality bench: one self-contained HTML file with every picture, worst first."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

STYLE = """
body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:68rem;padding:0 1rem;color:#1a1a1a;background:#fff}
table{border-collapse:collapse;margin:1rem 0}td,th{border:1px solid #ccc;padding:.25rem .6rem;text-align:left}
figure{margin:1rem 0}figcaption{font-size:.9em;font-variant-numeric:tabular-nums}
img{width:100%;max-width:64rem;image-rendering:pixelated;border:1px solid #ddd}
pre{white-space:pre-wrap;font-size:.85em;background:#f5f5f5;padding:.6rem}.bad{color:#a00;font-weight:bold}
"""


@dataclass(frozen=True)
class Tile:
    """A run: its line, and its picture as WebP (the true views above the result's), None where there is none."""

    line: str
    picture: bytes | None


def quality_page(about: Mapping[str, Any], table: str, tiles: Sequence[Tile], unknown: Sequence[str]) -> bytes:
    """The page.

    Args:
        about: what was measured, as in the JSON. table: the sets, a Markdown table.
        tiles: of the runs, worst first. unknown: prompts that the prior cannot be asked for.
    """
    parts = ["<h1>Quality against known truth</h1>", _table(table)]
    check = about["janus_check"]
    caught = f"Janus check: {check['caught']} of {check['planted']} planted two-faced objects caught, "
    caught += f"{check['accused']} of {check['true']} true ones accused."
    parts.append(f"<p>{escape(caught)}</p>")
    if check["warning"]:
        parts.append(f'<p class="bad">{escape(check["warning"])}</p>')
    parts.append("<h2>Every run, worst first</h2><p>True views above, the result below, 45 degrees apart.</p>")
    for tile in tiles:
        image = ""
        if tile.picture is not None:
            data = base64.b64encode(tile.picture).decode()
            image = f'<img alt="{escape(tile.line)}" src="data:image/webp;base64,{data}">'
        parts.append(f"<figure><figcaption>{escape(tile.line)}</figcaption>{image}</figure>")
    if unknown:
        parts.append(f"<h2>Not known to the prior</h2><p>{escape(', '.join(unknown))}</p>")
    parts.append(f"<h2>What was measured</h2><pre>{escape(json.dumps(about, indent=1))}</pre>")
    head = f'<meta charset="utf-8"><title>Quality against known truth</title><style>{STYLE}</style>'
    body = "\n".join(parts)
    return f'<!doctype html>\n<html lang="en"><head>{head}</head>\n<body>\n{body}\n</body></html>\n'.encode()


SHEET_COLUMNS, SHEET_SIDE, SHEET_CAPTION, SHEET_GAP = 5, 128, 15, 8


@dataclass(frozen=True)
class Exhibit:
    """A run on a contact sheet, in [0, 1]."""

    caption: str
    truth: np.ndarray
    """Two true views [2, H, W, 3]."""
    result: np.ndarray
    """The result from the same sides [2, SHEET_SIDE, SHEET_SIDE, 3]."""


def contact_sheet(exhibits: Sequence[Exhibit]) -> bytes:
    """All runs of a set as one WebP: of each, two true views, small, and the result from the same sides."""
    half = SHEET_SIDE // 2
    width, height = half + 2 * SHEET_SIDE + SHEET_GAP, SHEET_SIDE + SHEET_CAPTION + SHEET_GAP
    columns = min(SHEET_COLUMNS, len(exhibits))
    sheet = Image.new("RGB", (columns * width, -(-len(exhibits) // columns) * height), "white")
    draw = ImageDraw.Draw(sheet)
    for n, exhibit in enumerate(exhibits):
        x, y = n % columns * width, n // columns * height
        draw.text((x + 2, y), exhibit.caption, fill="black")
        y += SHEET_CAPTION
        for k in range(2):
            reference = _picture(exhibit.truth[k]).resize((half, half), Image.Resampling.LANCZOS)
            sheet.paste(reference, (x, y + k * half))
            sheet.paste(_picture(exhibit.result[k]), (x + half + k * SHEET_SIDE, y))
    return _webp(sheet)


GALLERY_COLUMNS, GALLERY_SIDE = 8, 176


def gallery(pictures: Sequence[tuple[str, np.ndarray]]) -> bytes:
    """Pictures [GALLERY_SIDE, GALLERY_SIDE, 3] in [0, 1] with what they show below them, as one WebP."""
    columns, height = min(GALLERY_COLUMNS, len(pictures)), GALLERY_SIDE + SHEET_CAPTION
    sheet = Image.new("RGB", (columns * GALLERY_SIDE, -(-len(pictures) // columns) * height), "white")
    draw = ImageDraw.Draw(sheet)
    for n, (caption, picture) in enumerate(pictures):
        x, y = n % columns * GALLERY_SIDE, n // columns * height
        sheet.paste(_picture(picture), (x, y))
        draw.text((x + GALLERY_SIDE / 2, y + GALLERY_SIDE), caption[:30], fill="black", anchor="ma")
    return _webp(sheet)


def _webp(sheet: Image.Image) -> bytes:
    stored = io.BytesIO()
    sheet.save(stored, "WEBP", quality=85, method=6)
    return stored.getvalue()


def _picture(image: np.ndarray) -> Image.Image:
    return Image.fromarray((image.clip(0, 1) * 255 + 0.5).astype(np.uint8))


def _table(markdown: str) -> str:
    """A Markdown table as HTML."""
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in markdown.splitlines()]
    head = "".join(f"<th>{escape(cell)}</th>" for cell in lines[0])
    rows = ["".join(f"<td>{escape(cell)}</td>" for cell in line) for line in lines[2:]]
    return f"<table><tr>{head}</tr>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
