"""The script of each visit and click: menu, style, and the page that was chosen."""

from collections.abc import Callable

import streamlit as st

from bozzetto.viewer import page_create, page_gallery, page_guide, page_look, page_watch, session
from bozzetto.viewer.mesh_viewer import STATIC

PAGES: dict[str, tuple[str, str, Callable[[], None]]] = {
    "create": ("Create", ":material/add_circle:", page_create.render),
    "watch": ("Watch", ":material/progress_activity:", page_watch.render),
    "look": ("Look", ":material/deployed_code:", page_look.render),
    "gallery": ("Gallery", ":material/grid_view:", page_gallery.render),
    "guide": ("Prompt guide", ":material/menu_book:", page_guide.render),
}
"""Name in the address -> (title, icon, what draws it)."""

# Text is never made fainter by opacity alone: --bz-muted has a contrast of 4.5 to 1 at least on its ground.
_STYLE = """
<style>
.stApp { --bz-muted: #5a5f6c; --bz-line: rgba(128,128,128,.28); --bz-wash: rgba(128,128,128,.1); }
.block-container { padding-top: 4.2rem; padding-bottom: 3rem; max-width: 1400px; }
[data-testid="stMetricValue"] { font-size: 1.35rem; }
[data-testid="stCaptionContainer"], [data-testid="stImageCaption"], [data-testid="stMetricLabel"] {
  color: var(--bz-muted) !important; opacity: 1 !important; }
button kbd { color: inherit !important; opacity: 1 !important; }
.bz-hidden { position: absolute !important; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; border: 0; }
.bz-card { position: relative; aspect-ratio: 1; border-radius: 8px; overflow: hidden; background: #fff;
  border: 1px solid var(--bz-line); }
.bz-card img { width: 100%; height: 100%; object-fit: contain; display: block; }
.bz-none { display: flex; align-items: center; justify-content: center; height: 100%; text-align: center; padding: 8px;
  color: #4a4f5c; font-size: .85rem; background: #f1efec; box-sizing: border-box; overflow-wrap: anywhere; }
.bz-badge { position: absolute; left: 6px; top: 6px; font-size: .75rem; padding: 1px 7px; border-radius: 9px;
  color: #fff; background: #2a2f3a; }
.bz-name { font-size: .92rem; line-height: 1.3; margin-top: 6px; white-space: nowrap; overflow: hidden;
  text-overflow: ellipsis; }
.bz-whole { font-size: .92rem; overflow-wrap: anywhere; }
.bz-four { display: grid; grid-template-columns: 1fr 1fr; gap: 8px; }
.bz-four div { aspect-ratio: 1; border-radius: 8px; background: var(--bz-wash); display: flex;
  align-items: center; justify-content: center; font-size: .85rem; color: var(--bz-muted); }
.bz-small { font-size: .8rem; color: var(--bz-muted); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.bz-rule { border-top: 1px solid var(--bz-line); margin-top: 1.2rem; }
.bz-sub { color: var(--bz-muted); font-size: .9rem; margin: 2px 0 0; }
.bz-facts { text-align: left; border-collapse: collapse; width: 100%; font-size: .88rem; }
.bz-facts th { font-weight: 400; color: var(--bz-muted); padding: 4px 12px 4px 0; white-space: nowrap;
  vertical-align: top; }
.bz-facts td { padding: 4px 0; overflow-wrap: anywhere; }
.bz-facts tr + tr { border-top: 1px solid var(--bz-line); }
.bz-scroll { overflow-x: auto; }
.bz-diff { text-align: left; border-spacing: 14px 4px; }
.bz-stage { position: relative; display: flex; align-items: center; justify-content: center; gap: 8px; background: #fff;
  border: 1px solid var(--bz-line); border-radius: 8px; overflow: hidden; min-height: 220px; }
.bz-stage .bz-views { flex: 4 1 0; min-width: 0; width: 100%; max-height: 320px; object-fit: contain; display: block; }
.bz-stage .bz-turn { flex: 1 1 0; min-width: 0; max-height: 320px; object-fit: contain; display: block; }
.bz-stage .bz-none { background: none; min-height: 220px; }
.bz-strip { display: flex; gap: 6px; overflow-x: auto; margin-top: 6px; }
.bz-strip figure { margin: 0; flex: 0 0 72px; }
.bz-strip img { width: 72px; height: 72px; object-fit: cover; object-position: left; display: block; background: #fff;
  border: 1px solid var(--bz-line); border-radius: 6px; box-sizing: border-box; }
.bz-strip figcaption { font-size: .75rem; color: var(--bz-muted); text-align: center; }
.bz-nerf { position: relative; width: 100%; border-radius: 8px; overflow: hidden; background: rgba(128,128,128,.16); }
.bz-nerf img { width: 100%; height: 100%; object-fit: contain; display: block; }
h1.bz-title { font-size: 1.5rem; font-weight: 600; line-height: 1.25; overflow-wrap: anywhere; margin: 0; padding: 0;
  outline: none; }
h2.bz-section { font-size: 1rem; font-weight: 600; margin: 0; padding: 0; }
div:has(> [class*="st-key-card-"]) { flex: 0 0 192px; min-width: 0; }
div:has(> [class*="st-key-word-"]) { flex: 0 0 123px; min-width: 0; }
[class*="st-key-card-"] { position: relative; }
[class*="st-key-open-"] { position: absolute !important; inset: 0 0 auto 0; aspect-ratio: 1; z-index: 2;
  width: 100% !important; }
[class*="st-key-open-"] * { height: 100%; }
[class*="st-key-open-"] button { width: 100%; height: 100%; background: transparent !important;
  border: 2px solid transparent; border-radius: 8px; overflow: hidden; }
[class*="st-key-open-"] button p, [class*="st-key-delete-"] button p { position: absolute; width: 1px; height: 1px;
  overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[class*="st-key-open-"] button:hover, [class*="st-key-open-"] button:focus-visible { border-color: #cc6633; }
[class*="st-key-word-"] button p { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
@media (max-width: 640px) {
  .bz-stage { flex-wrap: wrap; }
  .bz-stage .bz-views, .bz-stage .bz-turn { flex: 0 0 100%; }
  .block-container { padding-left: 1rem; padding-right: 1rem; }
  div:has(> [class*="st-key-card-"]) { flex: 0 0 calc(50% - .5rem); }
  div:has(> [class*="st-key-word-"]) { flex: 0 0 calc(33.3% - .7rem); }
}
</style>
"""
_DARK_STYLE = """
<style>
.stApp { --bz-muted: #b3b8c4; }
.stApp button[kind^="primary"]:not(:disabled), .stApp button[kind^="primary"]:not(:disabled) * {
  color: #16181d !important; }
</style>
"""
# A button that led here is gone, and its focus with it: whoever uses no mouse goes on from the new page's heading.
_FOCUS_HEADING = """
<script>
setTimeout(() => {
  const heading = document.querySelector("h1.bz-title");
  if (heading && (!document.activeElement || document.activeElement === document.body)) heading.focus();
}, 400);
</script>
"""


def main() -> None:
    """The script."""
    st.set_page_config(page_title="bozzetto", page_icon=str(STATIC / "icon.svg"), layout="wide")
    st.html(_STYLE)
    if st.context.theme.type == "dark":
        st.html(_DARK_STYLE)
    session.worker_supervisor()
    menu = {
        name: st.Page(render, title=title, icon=icon, url_path=name, default=name == "create")
        for name, (title, icon, render) in PAGES.items()
    }
    st.session_state[session.PAGES_KEY] = menu
    chosen = st.navigation(list(menu.values()), position="top")
    st.set_page_config(page_title=f"{chosen.title} \u00b7 bozzetto")
    destination = st.session_state.pop("navigate_to", None)
    if destination is not None:
        session.navigate(destination[0], **destination[1])
    with session.error_boundary():
        chosen.run()
    if st.session_state.get("last_page", chosen.title) != chosen.title:
        st.html(_FOCUS_HEADING, unsafe_allow_javascript=True)
    st.session_state["last_page"] = chosen.title
