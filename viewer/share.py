"""A run as one HTML page that stands alone: viewer, turntable, stills and report in one file, with nothing to load."""

import base64
import json

from bozzetto.jobs.store.units import format_duration
from bozzetto.viewer.pictures import data_uri
from bozzetto.viewer.shell import STATIC
from bozzetto.viewer.store import Entry, Store, StoreError
from bozzetto.viewer.text import escape_html, format_time

_STYLE = """
:root { color-scheme: light dark;
  --ink: #231f1b; --ground: #f5f1ea; --panel: #fbf9f5; --line: #ddd5c8; --muted: #655c51; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f1ebe2; --ground: #1a1714; --panel: #25211d; --line: #3d362f; --muted: #b8ad9e; }
}
body { margin: 0 auto; max-width: 1080px; padding: 24px 16px 48px; font: 16px/1.5 system-ui, sans-serif;
  color: var(--ink); background: var(--ground); }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 4px; overflow-wrap: anywhere; }
.sub { color: var(--muted); margin: 0 0 16px; overflow-wrap: anywhere; }
#viewer { position: relative; height: min(70vh, 640px); margin-bottom: 16px; border-radius: 16px; overflow: hidden; }
.pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px;
  margin-bottom: 24px; }
figure { margin: 0; background: var(--panel); border: 1px solid var(--line); border-radius: 8px; overflow: hidden; }
figure img { display: block; width: 100%; background: #fff; }
figcaption { padding: 4px 10px; font-size: .85rem; color: var(--muted); }
table { border-collapse: collapse; width: 100%; font-size: .95rem; }
th, td { text-align: left; padding: 4px 12px 4px 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { font-weight: 500; color: var(--muted); width: 14em; }
summary { cursor: pointer; margin: 16px 0 8px; }
pre { overflow: auto; background: var(--panel); border: 1px solid var(--line); border-radius: 8px; padding: 12px; }
"""

_SCRIPT = """
(function () {
  const text = atob(document.getElementById("glb").textContent.trim());
  const data = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  window.BozzettoViewer.mount(document.getElementById("viewer"), data);
})();
"""

# `blob:` because the view unpacks textures into blobs; nothing else may be fetched, from anywhere.
_POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; "
    "connect-src data: blob:; base-uri 'none'; form-action 'none'"
)


def share_page(store: Store, name: str) -> str:
    """The page of a run.

    Args:
        store: the store that the run is in.
        name: of the run.
    Returns:
        A whole HTML document.
    Raises:
        StoreError: no such run, or it has no mesh yet.
        RunFolderError: its report is damaged.
    """
    entry, run = store.get(name), store.run(name)
    mesh = run.mesh
    if entry is None or mesh is None:
        raise StoreError(f"{name} has no mesh yet; share it when it is done")
    script = (STATIC / "share_viewer.js").read_text(encoding="utf-8")
    pictures = [("turntable.webp", "turntable")] + [(f"view_{s}.png", s) for s in ("front", "right", "back", "left")]
    figures = []
    for file, caption in pictures:
        path = run.path / file
        if path.is_file():
            source = data_uri(path.read_bytes(), "image/webp" if file.endswith("webp") else "image/png")
            figures.append(
                f'<figure><img src="{source}" alt="{escape_html(entry.prompt)}, {escape_html(caption)}">'
                f"<figcaption>{escape_html(caption)}</figcaption></figure>"
            )
    rows = "".join(
        f'<tr><th scope="row">{escape_html(key)}</th><td>{escape_html(value)}</td></tr>' for key, value in facts(entry)
    )
    report = json.dumps(run.report or {}, indent=2, ensure_ascii=False)
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<title>{escape_html(entry.prompt)}</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<h1>{escape_html(entry.prompt)}</h1>
<p class="sub">{escape_html(format_time(entry.created))} &middot; made with bozzetto</p>
<div id="viewer"></div>
<div class="pictures">{"".join(figures)}</div>
<table>{rows}</table>
<details><summary>Report</summary><pre>{escape_html(report)}</pre></details>
</main>
<script type="text/plain" id="glb">{base64.b64encode(mesh.read_bytes()).decode()}</script>
<script>{script.replace("</script", "<" + chr(92) + "/script")}</script>
<script>{_SCRIPT}</script>
</body>
</html>
"""


def facts(entry: Entry) -> list[tuple[str, str]]:
    """Settings and figures of a run, as (name, value)."""
    rows = [("Prompt", entry.prompt)]
    if entry.negative:
        rows.append(("Negative prompt", entry.negative))
    rows += [
        ("Preset", entry.preset),
        ("Model", entry.prior),
        ("Seed", str(entry.seed)),
        ("Steps", f"{entry.steps:,}"),
    ]
    if entry.faces is not None:
        rows.append(("Triangles", f"{entry.faces:,}"))
    if entry.seconds is not None:
        rows.append(("Time", format_duration(entry.seconds)))
    if entry.score is not None:
        rows.append(("Score", f"{entry.score:.3f}"))
    if entry.tags:
        rows.append(("Tags", ", ".join(entry.tags)))
    return rows
