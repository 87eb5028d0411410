"""The workbench in a real browser: from a prompt to a file, through reloads, a second tab and a killed worker; what it
costs at rest; and every page by axe-core's rules of accessibility.

Opt-in, because it takes minutes: `BOZZETTO_BROWSER=1 pytest tests/viewer/test_browser.py`, with playwright installed
and a Chromium on the path (or named by $BOZZETTO_CHROMIUM), and for accessibility axe-core: `npm ci --prefix
viewer/front`, or $BOZZETTO_AXE with the path of axe.min.js. Pictures of every page go to $BOZZETTO_SHOTS, if it is set.
"""

import io
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
import zipfile
from pathlib import Path

import numpy as np
import pytest
import trimesh
from PIL import Image

from bozzetto.jobs.config.run_config import make_config
from bozzetto.jobs.pipeline.generate import generate
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.viewer.serve import TOKEN_FILE
from bozzetto.viewer.share import share_page
from bozzetto.viewer.store import Store

ROOT = Path(__file__).absolute().parents[2]
CHROMIUM = os.environ.get("BOZZETTO_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
# WebGL in software, for machines without a graphics card.
FLAGS = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
LONG = 180_000
AXE = Path(os.environ.get("BOZZETTO_AXE") or ROOT / "viewer/front/node_modules/axe-core/axe.min.js")


def why_not() -> str:
    """Why no browser can be driven here, or an empty string."""
    if not os.environ.get("BOZZETTO_BROWSER"):
        return "opt-in: set BOZZETTO_BROWSER=1"
    if CHROMIUM is None:
        return "no Chromium: apt-get install chromium, or set BOZZETTO_CHROMIUM"
    try:
        import playwright  # noqa: F401
    except ImportError:
        return "no playwright: pip install playwright"
    return ""


pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(bool(why_not()), reason=why_not() or "never"),
]


class Served:
    """A workbench in a process of its own."""

    def __init__(self, *arguments: str, **environment: str) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = f"http://localhost:{self.port}"
        self.home = Path(os.environ["BOZZETTO_HOME"])
        command = [sys.executable, "-m", "bozzetto", "view", "--no-browser", f"--port={self.port}", *arguments]
        self.process = subprocess.Popen(command, cwd=ROOT, env=os.environ | environment)
        for _ in range(600):
            try:
                urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=2).read()
                return
            except OSError:
                time.sleep(0.2)
        raise AssertionError("the workbench did not come up")

    def open(self, page, address: str = "/") -> None:
        """Opens a page of it in a browser that may have no cookie yet."""
        token = (self.home / TOKEN_FILE).read_text().strip()
        page.goto(f"{self.url}{address}{'&' if '?' in address else '?'}token={token}")

    def close(self) -> None:
        self.process.terminate()
        self.process.wait(30)


@pytest.fixture
def served(home):
    workbench = Served()
    yield workbench
    workbench.close()
    with Queue() as queue:
        for job in queue.jobs(statuses=("queued", "running", "paused")):
            queue.cancel(job.id)
        for worker in queue.workers():
            os.kill(worker.pid, signal.SIGTERM)


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def tab(browser):
    """A page of a desktop's size that takes at most LONG for anything."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, accept_downloads=True)
    page = context.new_page()
    page.set_default_timeout(LONG)
    yield page
    # What a test that failed saw last.
    shot(page, "last")
    context.close()


def drawn(page, models=1):
    """The 3D view, once so many models stand in it."""
    view = page.frame_locator("iframe").locator(f".bl[data-models='{models}']")
    view.wait_for()
    page.wait_for_timeout(500)
    return view


def shot(page, name):
    folder = os.environ.get("BOZZETTO_SHOTS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=f"{folder}/{name}.png")


def idle(page):
    page.wait_for_function("!document.querySelector('[data-testid=\"stStatusWidget\"]')")
    page.wait_for_timeout(800)


def test_from_a_prompt_to_a_file(served, tab, home):
    served.open(tab)
    box = tab.get_by_role("textbox", name="What do you want to make?")
    box.fill("a red char")
    tab.get_by_role("button", name="chair", exact=True).click()
    idle(tab)
    tab.get_by_text("More settings").first.click()
    tab.get_by_role("spinbutton", name="Steps").fill("60")
    tab.get_by_role("spinbutton", name="Steps").press("Enter")
    idle(tab)
    shot(tab, "create")
    tab.get_by_role("button", name="Start").click()
    tab.wait_for_url("**/watch?job=*")
    tab.get_by_text("Training", exact=False).first.wait_for()
    # Reload in the middle, and a second tab beside it.
    tab.reload()
    tab.get_by_text("a red chair", exact=False).first.wait_for()
    second = tab.context.new_page()
    second.goto(tab.url)
    second.get_by_text("a red chair", exact=False).first.wait_for()
    # The worker is killed outright once it has worked for some steps: another one takes over.
    with Queue() as queue:
        for _ in range(900):
            [job] = queue.jobs()
            if job.status == "running" and job.step >= 5:
                break
            time.sleep(0.1)
        [worker] = queue.workers()
        os.kill(worker.pid, signal.SIGKILL)
    shot(tab, "watch")
    tab.get_by_role("button", name="View", exact=True).wait_for()
    second.get_by_role("button", name="View", exact=True).wait_for()
    with Queue() as queue:
        [job] = queue.jobs()
        assert (job.status, job.step) == ("done", 60) and job.attempts >= 2
    shot(tab, "watch-done")
    second.close()
    tab.get_by_role("button", name="View", exact=True).click()
    tab.wait_for_url("**/look?run=*")
    view = drawn(tab)
    shot(tab, "look")
    pictures = set()
    for name in ("Base colour", "Normals", "Matcap", "Lit"):
        view.get_by_role("button", name=name).click()
        tab.wait_for_timeout(400)
        pictures.add(view.locator("canvas").screenshot())
    assert len(pictures) == 4, "each way of shading looks different"
    view.locator("canvas").press("ArrowLeft")
    view.locator("canvas").press("w")
    view.get_by_role("button", name="Dimensions").click()
    view.locator(".bl-size").nth(2).wait_for()
    shot(tab, "look-wires")
    with tab.expect_download() as download:
        tab.get_by_role("button", name="GLB", exact=True).click()
    assert Path(download.value.path()).read_bytes() == (job.run / "mesh.glb").read_bytes()


def test_the_field_beside_the_mesh_and_every_other_export(served, tab, home):
    run = generate(make_config("a red chair", "draft", steps=40), out=home / "runs" / "20260101-000000-chair")
    served.open(tab, f"/look?run={run.path.name}")
    view = drawn(tab)
    # The field beside it, by the same camera; it follows when the camera moves.
    tab.get_by_text("Compare with NeRF").click()
    field = tab.locator(".bz-nerf img")
    field.wait_for()
    tab.get_by_text("NeRF, same camera", exact=True).wait_for()
    first = field.get_attribute("src")
    shot(tab, "look-nerf")
    view.locator("canvas").press("ArrowLeft")
    tab.wait_for_function("(src) => document.querySelector('.bz-nerf img').src !== src", arg=first)
    # Another format and a level of detail, by a process of its own; then the level is there to be looked at.
    tab.get_by_text("Export", exact=True).first.click()
    tab.get_by_role("button", name="USDZ", exact=True).click()
    idle(tab)
    tab.get_by_role("button", name="GLB", exact=True).nth(1).click()
    idle(tab)
    tab.get_by_role("spinbutton", name="Levels of detail").fill("1")
    tab.get_by_role("spinbutton", name="Levels of detail").press("Enter")
    idle(tab)
    tab.get_by_role("button", name="Export", exact=True).click()
    tab.get_by_text("Exported files", exact=True).wait_for(timeout=300_000)
    shot(tab, "look-exported")
    with tab.expect_download() as download:
        tab.get_by_role("button", name="All as ZIP").click()
    with zipfile.ZipFile(download.value.path()) as bundle:
        names = set(bundle.namelist())
    assert {"mesh.glb", "mesh_lod1.glb", "mesh.usdz", "mesh_lod1.usdz", "mesh_report.json"} <= names
    tab.get_by_test_id("stButtonGroup").get_by_text("LOD 1", exact=True).click()
    lighter = run.path / "export" / "mesh_lod1.glb"
    faces = trimesh.load(lighter, force="mesh").faces.shape[0]
    view.get_by_text(f"{faces:,} faces").wait_for()


def test_compare_under_one_camera(served, tab, make_run):
    for n, prompt in enumerate(("a red box", "a blue box", "a <b>green</b> box", "a box")):
        make_run(f"2026010{n + 1}-000000-x", prompt, seed=n)
    served.open(tab, "/gallery")
    for n in range(4):
        tab.get_by_text("Compare", exact=True).nth(n).click()
        idle(tab)
    tab.get_by_role("button", name="Compare 4").click()
    view = drawn(tab, 4)
    before = view.locator("canvas").screenshot()
    view.locator("canvas").press("ArrowRight")
    tab.wait_for_timeout(500)
    assert view.locator("canvas").screenshot() != before
    assert tab.frame_locator("iframe").locator(".bl-label").all_inner_texts()[1].startswith("a <b>green</b> box")
    shot(tab, "compare")
    # What was deleted comes back.
    # Back and Forward of the browser lead out of the comparison and into it.
    assert "compare=" in tab.url
    tab.go_back()
    tab.get_by_text("4 runs", exact=True).wait_for()
    tab.go_forward()
    tab.get_by_role("button", name="Back to the gallery").click()
    tab.get_by_role("button", name="Clear selection").click()
    idle(tab)
    tab.locator('[class*="st-key-delete-"] button').first.click()
    tab.get_by_text("to the bin").wait_for()
    tab.get_by_text("3 runs").wait_for()
    shot(tab, "gallery-undo")
    tab.get_by_role("button", name="Undo").click()
    tab.get_by_text("4 runs").wait_for()


@pytest.fixture
def filled(home, make_run):
    """A store with runs, damaged and unfinished ones among them, and a job that is done."""
    for n, prompt in enumerate(("a red box", "a box with a prompt so long that it needs more than one line " * 3)):
        make_run(f"2026010{n + 1}-000000-x", prompt)
    make_run("20260103-000000-x", "a stopped box", status="interrupted")
    (make_run("20260104-000000-x", "a damaged box").path / "report.json").write_text("{")
    run = make_run("20260105-000000-x", "a blue box")
    with Queue() as queue:
        queue.add(run.config, run=run.path)
        leased = queue.lease("test/1/2/3/4")
        assert leased is not None and queue.finish(leased, "done", step=120)


def violations(page):
    """What axe-core finds serious or critical on a page and in its frames: rule and the first elements."""
    problems = []
    for frame in page.frames:
        frame.evaluate(AXE.read_text(encoding="utf-8"))
        found = frame.evaluate("axe.run(document, {resultTypes: ['violations']})")
        problems += [
            (rule["id"], [node["html"][:120] for node in rule["nodes"][:3]])
            for rule in found["violations"]
            if rule["impact"] in ("serious", "critical")
        ]
    return problems


ADDRESSES = {
    "create": "/",
    "create-typed": "/?prompt=a+shiny+red+chair",
    "create-refused": "/?prompt=zzzz",
    "watch": "/watch",
    "look": "/look?run=20260101-000000-x",
    "look-unfinished": "/look?run=20260103-000000-x",
    "look-damaged": "/look?run=20260104-000000-x",
    "gallery": "/gallery",
    "compare": "/gallery?compare=20260101-000000-x,20260102-000000-x",
    "guide": "/guide",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_every_page_fits_is_accessible_and_asks_nobody_else(served, browser, filled, scheme, width):
    if not AXE.is_file():
        pytest.skip("no axe-core: npm ci --prefix viewer/front, or set BOZZETTO_AXE")
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.set_default_timeout(LONG)
    elsewhere, problems = [], {}
    own = (served.url, served.url.replace("http", "ws"), "data:", "blob:")
    page.on("request", lambda request: None if request.url.startswith(own) else elsewhere.append(request.url))
    page.on("websocket", lambda socket: None if socket.url.startswith(own) else elsewhere.append(socket.url))
    served.open(page)
    for name, address in ADDRESSES.items():
        page.goto(served.url + address)
        page.locator("h1").first.wait_for(state="attached")
        idle(page)
        if name in ("look", "compare"):
            drawn(page, 1 if name == "look" else 2)
        if name == "guide":
            page.wait_for_function("document.querySelectorAll('.bz-card img').length >= 2")
        shot(page, f"{name}-{scheme}-{width}")
        problems[name] = violations(page)
        assert page.locator("h1").count() == 1 and page.title().endswith("bozzetto") and page.title() != "bozzetto"
        assert page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth + 1"), name
        # Nothing stands out of the column that holds it, pictures above all.
        cut = "[...document.querySelectorAll('[data-testid=stColumn] img')].filter((image) => { const a ="
        cut += " image.getBoundingClientRect(), b = image.closest('[data-testid=stColumn]').getBoundingClientRect();"
        assert page.evaluate(cut + " return a.right > b.right + 1 || a.left < b.left - 1; }).length") == 0, name
        dark = page.evaluate(
            "getComputedStyle(document.querySelector('.stApp')).backgroundColor.match(/\\d+/)[0] < 128"
        )
        assert dark == (scheme == "dark"), "the page follows the system"
    context.close()
    assert elsewhere == [] and not any(problems.values()), problems


def test_canary_axe_finds_what_is_planted(browser):
    if not AXE.is_file():
        pytest.skip("no axe-core: npm ci --prefix viewer/front, or set BOZZETTO_AXE")
    page = browser.new_page()
    page.set_content('<html lang="en"><title>x</title><button></button><p style="color:#bbb">pale</p></html>')
    assert {rule for rule, _ in violations(page)} >= {"button-name", "color-contrast"}
    page.close()


class Traffic:
    """Messages of the page's own socket, and their bytes."""

    def __init__(self, page) -> None:
        self.messages = self.bytes = 0
        page.on("websocket", self._follow)

    def _follow(self, socket) -> None:
        for event in ("framereceived", "framesent"):
            socket.on(event, self._count)

    def _count(self, payload) -> None:
        self.messages += 1
        self.bytes += len(payload)

    def of(self, page, seconds: float) -> tuple[int, int]:
        """(messages, bytes) of a while."""
        self.messages = self.bytes = 0
        page.wait_for_timeout(1000 * seconds)
        return self.messages, self.bytes


def test_pages_at_rest_are_silent_and_a_star_draws_only_itself(served, tab, filled):
    traffic = Traffic(tab)
    served.open(tab, "/watch")
    tab.get_by_text("Done: 120 steps").wait_for()
    idle(tab)
    messages, size = traffic.of(tab, 15)
    print(f"a done job at rest, 15 s: {messages} messages, {size} bytes")
    assert messages == 0 and size < 2000
    tab.goto(f"{served.url}/look?run=20260101-000000-x")
    drawn(tab)
    idle(tab)
    messages, size = traffic.of(tab, 5)
    assert messages == 0, "a run that is looked at"
    tab.goto(f"{served.url}/gallery")
    tab.locator(".bz-card").first.wait_for()
    idle(tab)
    traffic.of(tab, 1)
    traffic.messages = traffic.bytes = 0
    tab.get_by_role("radio", name="4 out of 5 stars").first.click()
    tab.wait_for_timeout(2000)
    print(f"a star: {traffic.messages} messages, {traffic.bytes} bytes")
    assert traffic.messages > 0 and traffic.bytes < 10_000


def test_prompt_and_focus_survive(served, tab):
    served.open(tab)
    box = tab.get_by_role("textbox", name="What do you want to make?")
    box.fill("a red chair")
    tab.wait_for_url("**/?prompt=a+red+chair")
    tab.reload()
    tab.wait_for_function("document.querySelector('input[aria-label^=\"What do you want\"]').value === 'a red chair'")
    box.fill("x" * 650)
    tab.get_by_text("has 650 characters").wait_for()
    assert len(box.input_value()) == 650
    tab.goto(f"{served.url}/guide")
    tab.get_by_role("textbox", name="Search words").fill("puppy")
    tab.get_by_role("button", name="dog", exact=True).click()
    tab.wait_for_url("**/?prompt=a+dog")
    tab.wait_for_function("document.activeElement && document.activeElement.tagName === 'H1'")


def test_a_lost_context_comes_back_with_its_light(served, tab, filled):
    served.open(tab, "/look?run=20260101-000000-x")
    view = drawn(tab)
    canvas = view.locator("canvas")
    before = canvas.screenshot()
    canvas.evaluate(
        "async (canvas) => { const lose = (canvas.getContext('webgl2') || canvas.getContext('webgl'))"
        ".getExtension('WEBGL_lose_context'); lose.loseContext(); await new Promise((done) => setTimeout(done, 500));"
        " lose.restoreContext(); await new Promise((done) => setTimeout(done, 1500)); }"
    )
    after = canvas.screenshot()
    one, two = (np.asarray(Image.open(io.BytesIO(data)).convert("RGB"), float) for data in (before, after))
    assert one.std() > 5 and np.abs(one - two).mean() < 1.0, "the same picture, environment light included"
    assert canvas.evaluate("(canvas) => getComputedStyle(canvas).touchAction") == "pan-y", "a swipe scrolls the page"


def test_the_shared_page_stands_alone(tab, make_run, store, tmp_path):
    make_run("r", "a <script>red</script> box")
    store.refresh()
    file = tmp_path / "page.html"
    file.write_text(share_page(store, "r"), encoding="utf-8")
    requests, faults = [], []
    tab.on("request", lambda r: requests.append(r.url) if not r.url.startswith(("data:", "blob:")) else None)
    tab.on("pageerror", lambda error: faults.append(str(error)))
    tab.goto(file.as_uri())
    tab.locator(".bl[data-models='1']").wait_for()
    shot(tab, "share")
    assert requests == [file.as_uri()] and faults == []
    assert tab.locator("h1").inner_text() == "a <script>red</script> box"


def test_a_shared_workbench_asks_for_the_password_once_and_keeps_the_address(home, make_run, tab):
    make_run("r", "a secret box")
    workbench = Served("--share", BOZZETTO_VIEW_PASSWORD="correct horse")
    try:
        tab.goto(f"{workbench.url}/look?run=r")
        field = tab.get_by_label("Password")
        field.fill("wrong one")
        field.press("Enter")
        tab.get_by_text("Wrong password").wait_for()
        shot(tab, "password")
        assert "secret" not in tab.content()
        if AXE.is_file():
            assert violations(tab) == []
        tab.get_by_label("Password").fill("correct horse")
        tab.get_by_label("Password").press("Enter")
        tab.wait_for_url("**/look?run=r")
        tab.get_by_text("a secret box").first.wait_for()
        tab.reload()
        tab.get_by_text("a secret box").first.wait_for()
    finally:
        workbench.close()


def test_a_thousand_runs_are_painted_in_two_seconds(home, make_run, tab):
    source = make_run("source").path
    for n in range(1000):
        target = home / "runs" / f"20260101-000000-{n:04d}"
        target.mkdir()
        for file in ("config.json", "state.json", "report.json", "view_front.png"):
            os.link(source / file, target / file)
    Store(home).refresh()
    workbench = Served()
    try:
        workbench.open(tab)
        idle(tab)
        seconds = []
        for _ in range(4):
            started = time.perf_counter()
            tab.goto(f"{workbench.url}/gallery", wait_until="commit")
            tab.wait_for_function("document.querySelectorAll('.bz-card img').length === 24")
            seconds.append(time.perf_counter() - started)
            tab.wait_for_timeout(1500)
        print("seconds to 24 cards of 1,001 runs:", [round(s, 2) for s in seconds])
        assert min(seconds) < 2.0
    finally:
        workbench.close()
