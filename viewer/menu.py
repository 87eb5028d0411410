"""The menu: the script of each visit and click, the pages and their look."""

from collections.abc import Callable

import streamlit as st

from bozzetto.viewer import page_create, page_gallery, page_guide, page_look, page_watch, session
from bozzetto.viewer.look3d import STATIC

PAGES: dict[str, tuple[str, str, Callable[[], None]]] = {
    "create": ("Create", ":material/add_circle:", page_create.render),
    "watch": ("Watch", ":material/progress_activity:", page_watch.render),
    "look": ("Look", ":material/deployed_code:", page_look.render),
    "gallery": ("Gallery", ":material/grid_view:", page_gallery.render),
    "guide": ("Prompt guide", ":material/menu_book:", page_guide.render),
}
"""Name in the address -> (title, icon, what draws it)."""

_STYLE = """
<style>
.block-container { padding-top: 4.2rem; padding-bottom: 3rem; max-width: 1400px; }
[data-testid="stMetricValue"] { font-size: 1.35rem; }
.bz-card { position: relative; aspect-ratio: 1; border-radius: 8px; overflow: hidden; background: #fff;
  border: 1px solid rgba(128,128,128,.28); }
.bz-card img { width: 100%; height: 100%; object-fit: contain; display: block; }
.bz-none { display: flex; align-items: center; justify-content: center; height: 100%; text-align: center; padding: 8px;
  color: #667; font-size: .85rem; background: #f1efec; box-sizing: border-box; }
.bz-badge { position: absolute; left: 6px; top: 6px; font-size: .72rem; padding: 1px 7px; border-radius: 9px;
  color: #fff; background: rgba(30,34,42,.78); }
.bz-name { font-size: .92rem; line-height: 1.3; margin-top: 6px; white-space: nowrap; overflow: hidden;
  text-overflow: ellipsis; }
.bz-whole { font-size: .92rem; overflow-wrap: anywhere; }
.bz-four { display: grid; grid-template-columns: 1fr 1fr; gap: 8px; }
.bz-four div { aspect-ratio: 1; border-radius: 8px; background: rgba(128,128,128,.1); display: flex;
  align-items: center; justify-content: center; font-size: .85rem; opacity: .7; }
.bz-small { font-size: .78rem; opacity: .75; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.bz-rule { border-top: 1px solid rgba(128,128,128,.25); margin-top: 1.2rem; }
.bz-sub { opacity: .7; font-size: .9rem; margin: 2px 0 0; }
.bz-facts { text-align: left; border-collapse: collapse; width: 100%; font-size: .88rem; }
.bz-facts th { font-weight: 400; opacity: .7; padding: 4px 12px 4px 0; white-space: nowrap; vertical-align: top; }
.bz-facts td { padding: 4px 0; overflow-wrap: anywhere; }
.bz-facts tr + tr { border-top: 1px solid rgba(128,128,128,.18); }
.bz-stage { position: relative; display: flex; align-items: center; justify-content: center; gap: 8px; background: #fff;
  border: 1px solid rgba(128,128,128,.28); border-radius: 8px; overflow: hidden; min-height: 220px; }
.bz-stage .bz-views { flex: 4 1 0; min-width: 0; width: 100%; max-height: 320px; object-fit: contain; display: block; }
.bz-stage .bz-turn { flex: 1 1 0; min-width: 0; max-height: 320px; object-fit: contain; display: block; }
.bz-stage .bz-none { background: none; min-height: 220px; }
.bz-strip { display: flex; gap: 6px; overflow-x: auto; margin-top: 6px; }
.bz-strip figure { margin: 0; flex: 0 0 72px; }
.bz-strip img { width: 72px; height: 72px; object-fit: cover; object-position: left; display: block; background: #fff;
  border: 1px solid rgba(128,128,128,.28); border-radius: 6px; box-sizing: border-box; }
.bz-strip figcaption { font-size: .72rem; opacity: .7; text-align: center; }
.bz-nerf { position: relative; width: 100%; border-radius: 8px; overflow: hidden; background: rgba(128,128,128,.16); }
.bz-nerf img { width: 100%; height: 100%; object-fit: contain; display: block; }
.bz-title { font-size: 1.5rem; font-weight: 600; line-height: 1.25; overflow-wrap: anywhere; margin: 0; }
div:has(> [class*="st-key-card-"]) { flex: 0 0 192px; min-width: 0; }
div:has(> [class*="st-key-word-"]) { flex: 0 0 123px; min-width: 0; }
[class*="st-key-card-"] { position: relative; }
[class*="st-key-open-"] { position: absolute !important; inset: 0 0 auto 0; aspect-ratio: 1; z-index: 2;
  width: 100% !important; }
[class*="st-key-open-"] * { height: 100%; }
[class*="st-key-open-"] button { width: 100%; height: 100%; color: transparent !important;
  background: transparent !important; border: 2px solid transparent; border-radius: 8px; overflow: hidden; }
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


def main() -> None:
    """The script: menu, password, and the page that was chosen."""
    st.set_page_config(page_title="bozzetto", page_icon=str(STATIC / "icon.svg"), layout="wide")
    st.html(_STYLE)
    if not session.admitted():
        return
    session.keeper()
    menu = {
        name: st.Page(render, title=title, icon=icon, url_path=name, default=name == "create")
        for name, (title, icon, render) in PAGES.items()
    }
    st.session_state[session.MENU] = menu
    chosen = st.navigation(list(menu.values()), position="top")
    going = st.session_state.pop("going", None)
    if going is not None:
        session.go(going[0], **going[1])
    with session.explained():
        chosen.run()
