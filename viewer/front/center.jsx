// The stage: in turn what the model sees for a prompt, the field that forms, the mesh; several of them side by side.
import { signal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { address, go, look } from "./address.js";
import { get, runPath, url } from "./api.js";
import { copy, fill } from "./copy.js";
import { FieldLayer, fieldTitle } from "./field_layer.jsx";
import { count, shortHashes } from "./format.js";
import { FileButton, jobById, openFile } from "./filmstrip.jsx";
import { Icon } from "./icons.jsx";
import { jobText } from "./job_text.js";
import { recallOpened } from "./opened.js";
import { Overlays } from "./overlays.jsx";
import { Browse, offered, reading, settingsOf, starts } from "./prompt_bar.jsx";
import { attempt, begin, busy, choices, jobOfRun, jobs, marks, opened, runs, runsTotal, say } from "./state.js";
import { Tools } from "./tools.jsx";
import { Button, Ring, share, Thumb } from "./ui.jsx";
import { DEFAULTS, Viewer } from "./viewer/viewer.js";
import { OPENED, PICTURES, kindOf } from "./viewer/loaders.js";

const t = copy.stage;
export const viewerState = signal({ ...DEFAULTS, shading: address.value.shading });
/** The run that is looked at, as the server tells it; null while none is or before it has come. */
export const details = signal(null);
export const modelFacts = signal(null);
const SIDES = 4;
/** Pixels of the longer side of a field that stands still, where no training waits for the processor. */
const REST_EDGE = 512;

export async function loadDetails(name) {
  // That it is gone is said in its place.
  const answer = await get(runPath(name)).catch((error) => { if (error.status !== 404) say(error.message, { kind: "error", seconds: 12 }); });
  if (address.value.run === name) details.value = answer || { name, missing: true };
}

/** What the stage shows by the address. */
export function subject(place) {
  if (place.file) return { kind: opened.value?.name === place.file ? "file" : "reopen" };
  if (place.compare.split(",").filter(Boolean).length > 1) return { kind: "compare" };
  if (place.batch) return { kind: "batch" };
  if (place.run) {
    const job = jobOfRun(place.run);
    if (job && job.status !== "paused" && !(details.value?.name === place.run && details.value.meshes?.length)) return { kind: "job", job };
    return { kind: "run" };
  }
  if (place.job) {
    const job = jobById(place.job);
    return job ? { kind: "job", job } : { kind: "missing" };
  }
  if (place.example) {
    const example = exampleOf(place.example);
    return example ? { kind: "example", example } : { kind: choices.value ? "missing" : "loading" };
  }
  return place.prompt.trim() ? { kind: "prompt" } : { kind: "empty" };
}

/** A result that comes with the package, as a run that lives elsewhere. */
export function exampleOf(name) {
  const found = choices.value?.examples?.find((each) => each.name === name);
  return found ? { ...found, status: "done", base: `/examples/${found.name}` } : null;
}

/** `away`: another view is shown; the objects stay loaded meanwhile. */
export function Center({ away }) {
  const place = address.value;
  const shown = subject(place);
  const root = useRef(null), canvas = useRef(null);
  const [viewer, setViewer] = useState(null);
  const [broken, setBroken] = useState(false);
  const [dropping, setDropping] = useState(false);
  // Without a card the first picture takes seconds of the page's thread: the library and the words do not wait for it.
  const [wanted, setWanted] = useState(!away);
  useEffect(() => { if (!away) setWanted(true); }, [away]);
  useEffect(() => {
    if (!wanted) return undefined;
    let made = null;
    try {
      made = new Viewer(canvas.current, { onProblem: (model) => say(fill(t.meshProblem, { why: model.problem }), { kind: "error" }) });
      made.element.setAttribute("aria-label", t.viewer);
      setViewer(made);
    } catch { setBroken(true); }
    return () => made?.dispose();
  }, [wanted]);
  useInsets(viewer, canvas);
  useEffect(() => {
    if (!viewer) return;
    const { background, ...rest } = viewerState.value;
    viewer.set(rest);
    if (place.shading !== rest.shading) go({ shading: rest.shading });
  }, [viewer, viewerState.value]);
  useEffect(() => { if (viewer) { viewer.busy = busy.value; viewer.draw(); } }, [viewer, busy.value]);
  useColors(viewer, root);
  useCameraInAddress(viewer);

  // The run that is looked at, again when its job has ended or something of it has changed.
  const entry = runs.value.find((run) => run.name === place.run);
  useEffect(() => {
    if (!place.run) { details.value = null; return; }
    if (details.value?.name !== place.run) details.value = null;
    loadDetails(place.run);
  }, [place.run, entry?.status, entry?.v, entry?.faces, jobOfRun(place.run)?.status]);
  const mark = marks.value.get(place.run);
  useEffect(() => { if (mark && details.value?.name === place.run) details.value = { ...details.value, ...mark }; }, [mark]);
  // A job that has its result leads to it, and Back to what was before.
  const done = shown.kind === "job" && shown.job.status === "done" && shown.job.run;
  useEffect(() => { if (done && place.job) look({ run: shown.job.run }, { replace: true }); }, [done, place.job]);

  const drop = (event) => {
    event.preventDefault();
    setDropping(false);
    const [file] = event.dataTransfer?.files || [];
    if (!file) return;
    if ([...OPENED, ...PICTURES].includes(kindOf(file.name))) attempt(() => openFile(file));
    else say(t.drop, { kind: "error" });
  };
  return (
    <main class={`center ground-${viewerState.value.background}`} ref={root} hidden={away} data-shown={shown.kind}
      onDragOver={(event) => { event.preventDefault(); setDropping(true); }} onDragLeave={() => setDropping(false)} onDrop={drop}>
      <h1 class="hidden" tabIndex={-1}>{title(shown)}</h1>
      <div class="canvas" ref={canvas} />
      {broken && shown.kind !== "empty" && <Message text={t.webgl} />}
      {viewer && shown.kind === "file" && <FileView viewer={viewer} root={root} />}
      {viewer && shown.kind === "run" && <RunView viewer={viewer} name={place.run} root={root} />}
      {viewer && shown.kind === "job" && <JobView viewer={viewer} job={shown.job} />}
      {viewer && shown.kind === "compare" && <CompareView viewer={viewer} names={place.compare} root={root} />}
      {shown.kind === "batch" && <BatchView viewer={viewer} batch={place.batch} />}
      {shown.kind === "prompt" && <PromptView viewer={viewer} />}
      {shown.kind === "empty" && <EmptyView viewer={viewer} broken={broken} />}
      {viewer && shown.kind === "example" && <ExampleView viewer={viewer} example={shown.example} root={root} />}
      {shown.kind === "reopen" && <ReopenView viewer={viewer} name={place.file} />}
      {shown.kind === "missing" && <Message text={jobs.value.length ? t.gone : ""} viewer={viewer}>{jobs.value.length > 0 && <ToLibrary />}</Message>}
      {dropping && <div class="dropping"><p>{t.drop}</p></div>}
    </main>
  );
}

export function title(shown) {
  if (shown.kind === "run") return details.value?.prompt || copy.nav.make;
  if (shown.kind === "job") return shown.job.prompt;
  if (shown.kind === "example") return shown.example.prompt;
  return { compare: t.compare, batch: t.pick, file: address.value.file, reopen: address.value.file }[shown.kind] || copy.nav.make;
}

/** What panels cover of the canvas, so that what is shown stands in the middle of the rest. */
function useInsets(viewer, canvas) {
  const wide = useWide();
  useLayoutEffect(() => {
    if (!viewer) return undefined;
    const shell = canvas.current.closest(".shell");
    const measure = () => {
      const stage = canvas.current.getBoundingClientRect();
      const insets = { left: 0, right: 0, top: 0, bottom: 0 };
      const covers = (selector) => {
        const box = shell.querySelector(selector)?.getBoundingClientRect();
        return box && box.width && box.height ? box : null;
      };
      const strip = covers(".strip"), inspector = covers(".inspector"), bar = covers(".promptbox"), tools = covers(".tools") || covers(".progress") || covers(".welcome-head"), foot = covers(".welcome-foot") || covers(".message.low > p");
      // On a phone they lie below the stage, over its whole width.
      if (strip && strip.width < stage.width / 2) insets.left = Math.max(0, strip.right - stage.left);
      if (inspector && inspector.width < stage.width / 2 && inspector.left > stage.left + stage.width / 2) insets.right = Math.max(0, stage.right - inspector.left);
      // Chips come and go above the prompt: they must not make the object jump.
      if (bar) insets.bottom = Math.max(0, stage.bottom - bar.top + 42);
      if (tools) insets.top = Math.max(0, tools.bottom - stage.top + 4);
      // What the page itself places by these must not move itself.
      viewer.setInsets(foot ? { ...insets, bottom: Math.max(insets.bottom, stage.bottom - foot.top) } : insets);
      shell.style.setProperty("--left", `${insets.left}px`);
      shell.style.setProperty("--right", `${insets.right}px`);
      shell.style.setProperty("--bottom", `${insets.bottom}px`);
    };
    const observer = new ResizeObserver(measure);
    for (const node of shell.querySelectorAll(".strip, .inspector, .promptbox, .tools, .progress, .center, .welcome-head, .welcome-foot, .message.low > p")) observer.observe(node);
    measure();
    return () => observer.disconnect();
  });
  return wide;
}

export function useWide() {
  const [wide, setWide] = useState(window.innerWidth >= 720);
  useEffect(() => {
    const query = window.matchMedia("(min-width: 720px)");
    const changed = () => setWide(query.matches);
    changed();
    query.addEventListener("change", changed);
    return () => query.removeEventListener("change", changed);
  }, []);
  return wide;
}

function useColors(viewer, root) {
  const night = document.documentElement.dataset.bzTheme;
  useEffect(() => {
    if (!viewer) return undefined;
    const set = () => {
      const style = getComputedStyle(root.current);
      viewer.setColors({ ground: style.getPropertyValue("--stage").trim(), ink: style.getPropertyValue("--stage-ink").trim() });
    };
    set();
    const query = window.matchMedia("(prefers-color-scheme: dark)");
    query.addEventListener("change", set);
    window.addEventListener("bozzetto-theme", set);
    return () => { query.removeEventListener("change", set); window.removeEventListener("bozzetto-theme", set); };
  }, [viewer, night, viewerState.value.background]);
}

/** The camera comes to rest: it goes into the address, once somebody has moved it; and it is taken from there. */
function useCameraInAddress(viewer) {
  useEffect(() => {
    if (!viewer) return undefined;
    viewer.onRestAddress = () => {
      if (!viewer.touched) return;
      const { azimuth, elevation, distance, target } = viewer.view();
      const round = (number, digits) => Number(number.toFixed(digits));
      go({ cam: [round(azimuth, 1), round(elevation, 1), round(distance, 3), ...target.map((x) => round(x, 3))].join(",") });
    };
    viewer.onRest = viewer.onRestAddress;
    return () => { viewer.onRestAddress = null; };
  }, [viewer]);
  useEffect(() => {
    if (viewer) applyCamera(viewer);
  }, [viewer, address.value.run, address.value.job, address.value.example, address.value.file]);
}

function applyCamera(viewer) {
  const numbers = address.value.cam.split(",").map(Number);
  if (numbers.length !== 6 || !numbers.every(Number.isFinite)) return false;
  const [azimuth, elevation, distance, ...target] = numbers;
  viewer.touched = true;
  viewer.look({ azimuth, elevation, distance, target });
  return true;
}

function Message({ text, children, viewer }) {
  useEffect(() => { viewer?.clear(); }, [viewer]);
  return <div class="message"><p>{text}</p>{children}</div>;
}

const ToLibrary = () => <Button label={copy.strip.all} onClick={() => go({ view: "library" })} />;

// One run.

function RunView({ viewer, name, root }) {
  const place = address.value;
  const run = details.value?.name === name ? details.value : null;
  const mesh = run?.meshes?.find((each) => each.label === place.level) || run?.meshes?.[0];
  const [loading, setLoading] = useState(false);
  const key = mesh && !mesh.tooLarge ? `${name}/${mesh.label}@${mesh.stamp}` : "";
  useEffect(() => {
    if (!key) { if (run) viewer.clear(); return; }
    setLoading(true);
    const data = fetch(url(`${runPath(name)}/mesh`, { level: mesh.label, v: mesh.stamp })).then((response) => (response.ok ? response.arrayBuffer() : response.json().then((body) => { throw new Error(body.error); })));
    data.catch(() => {});
    const sameRun = viewer.keys.startsWith(`${name}/`);
    viewer.show([{ key, data }], { keep: sameRun || Boolean(address.value.cam) }).then(() => {
      if (!sameRun && !applyCamera(viewer) && viewer.touched) viewer.home();
      setLoading(false);
      const model = viewer.models[0];
      modelFacts.value = model && !model.problem ? { faces: model.faces, vertices: model.vertices } : null;
    });
  }, [viewer, key]);
  if (!run) return null;
  if (run.missing) return <Message text={t.gone} viewer={viewer}><ToLibrary /></Message>;
  const split = Number(place.split) || 0;
  const canSplit = run.hasCheckpoint && mesh?.likeField;
  return (
    <>
      {mesh && <Tools viewer={viewer} settings={viewerState} root={root.current} name={name} levels={run.meshes.map((each) => each.label)} level={mesh.label} onLevel={(level) => go({ level })}
        split={{ on: split > 0, why: canSplit ? "" : copy.tools.noCheckpoint, toggle: () => go({ split: split ? "" : "0.5" }) }} />}
      {mesh && !mesh.tooLarge && <Overlays viewer={viewer} settings={viewerState} />}
      {loading && <p class="loading" role="status">{t.loadingMesh}</p>}
      {mesh?.tooLarge && <Message text={t.tooLarge} viewer={viewer} />}
      {split > 0 && canSplit && mesh && <Split viewer={viewer} run={run} at={split} />}
      {!mesh && <Unfinished viewer={viewer} run={run} />}
    </>
  );
}

function Unfinished({ viewer, run }) {
  const reason = run.damage || run.reason;
  const text = { damaged: t.damaged, failed: t.failed, interrupted: t.interrupted, done: t.noMesh, running: t.training, created: t.interrupted }[run.status] || run.status;
  const on = () => begin(`${runPath(run.name)}/continue`);
  const label = run.status === "done" ? copy.inspector.reexport : copy.inspector.continue;
  const canGoOn = run.status !== "damaged" && run.status !== "running" && (run.status !== "done" || run.hasCheckpoint);
  return (
    <>
      {run.hasCheckpoint && run.status !== "damaged" && <FieldOnly viewer={viewer} name={run.name} checkpoint={run.checkpoint} restEdge={REST_EDGE} />}
      {!run.hasCheckpoint && run.previews.length > 0 && <Views views={url(`${runPath(run.name)}/previews/${run.previews.at(-1)}`)} prompt={run.prompt} dim />}
      <div class={`message ${run.hasCheckpoint || run.previews.length ? "low" : ""}`}>
        <p>{text}{reason && <small>{reason}</small>}</p>
        {canGoOn && <Button kind="primary" icon="play" label={label} onClick={on} />}
      </div>
    </>
  );
}

/** Mesh on the left, field on the right, under one camera; the border is dragged or moved by arrow keys. */
function Split({ viewer, run, at }) {
  const handle = useRef(null);
  const [x, y, w, h] = viewer.free();
  const [, redraw] = useState(0);
  // The field comes some frames later: what turns by itself would leave it behind.
  useEffect(() => { viewer.touched = true; }, [viewer]);
  const place = (event) => {
    const box = viewer.element.getBoundingClientRect();
    const [left, , width] = viewer.free();
    go({ split: Math.min(0.95, Math.max(0.05, (event.clientX - box.left - left) / width)).toFixed(3) });
  };
  useEffect(() => {
    const [left, top, width, height] = viewer.free();
    viewer.element.style.clipPath = `inset(0 ${viewer.root.clientWidth - left - at * width}px 0 0)`;
    redraw((n) => n + 1);
    return () => { viewer.element.style.clipPath = ""; };
  }, [at, w, h]);
  const key = (event) => {
    const step = { ArrowLeft: -0.05, ArrowRight: 0.05 }[event.key];
    if (step) { event.preventDefault(); go({ split: Math.min(0.95, Math.max(0.05, at + step)).toFixed(3) }); }
  };
  return (
    <>
      <FieldLayer viewer={viewer} name={run.name} checkpoint={run.checkpoint} cut={at} restEdge={REST_EDGE} />
      <div class="split-line" style={{ left: `${x + at * w}px`, top: `${y}px`, height: `${h}px` }}>
        <span class="split-name left">{t.mesh}</span><span class="split-name right">{t.nerf}</span>
        <div ref={handle} class="split-handle" role="slider" tabIndex={0} aria-label={copy.tools.split} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(100 * at)} onKeyDown={key}
          onPointerDown={(event) => { handle.current.setPointerCapture(event.pointerId); }} onPointerMove={(event) => { if (handle.current.hasPointerCapture(event.pointerId)) place(event); }} />
      </div>
    </>
  );
}

// A job at work.

/** The field alone: the camera turns around it, and no mesh hides it. */
function FieldOnly({ viewer, name, checkpoint, onFrame, restEdge }) {
  useEffect(() => {
    if (viewer.keys !== "" || viewer.models.length) viewer.clear();
    viewer.touched = true;
    if (!address.value.cam) viewer.home();
  }, [viewer, name]);
  return <FieldLayer viewer={viewer} name={name} checkpoint={checkpoint} alt={fieldTitle(checkpoint)} onFrame={onFrame} restEdge={restEdge} />;
}

function JobView({ viewer, job }) {
  const text = jobText(job);
  // What there was to see stays until the field's first frame has come.
  const [seen, setSeen] = useState(0);
  const first = !job.checkpoint || (seen !== job.id && job.status !== "done");
  useEffect(() => { if (first) viewer.clear(); }, [viewer, first, job.id]);
  const [live, setLive] = useState("");
  // Said at each quarter, and not at each step.
  const quarter = `${text.line.split(",")[0]} ${Math.floor(4 * (share(job) || 0)) * 25} %`;
  useEffect(() => { setLive(`${job.prompt}: ${quarter}`); }, [quarter]);
  return (
    <>
      {job.run && job.checkpoint && job.status !== "done" && <FieldOnly viewer={viewer} name={job.run} checkpoint={job.checkpoint} onFrame={() => setSeen(job.id)} />}
      {first && previewOf(job) && <Views views={previewOf(job)} prompt={job.prompt} dim />}
      <div class={`progress ${job.status}`}>
        <Ring value={job.status === "queued" ? null : share(job)} size={44} width={3} status={job.status} label={job.prompt} />
        <p><b>{text.line}</b><small>{text.detail || (job.checkpoint ? t.orbit : "")}</small></p>
      </div>
      <p class="hidden" role="status" aria-live="polite">{live}</p>
    </>
  );
}

/** Only the embedded model draws in a moment; others would take as long as a run does. */
const draws = (prior) => prior === "embedded";

/** What there is to see before the first checkpoint: the run's own first views, else what the model draws, if it does. */
function previewOf(job) {
  if (job.run && job.preview) return url(`${runPath(job.run)}/previews/${job.preview}`);
  return !draws(job.prior) ? "" : url("/prompt/views", { prompt: job.prompt, seed: job.seed });
}

// A prompt while it is typed.

function PromptView({ viewer }) {
  const place = address.value;
  const current = reading.value;
  const settings = settingsOf(place);
  const fits = current && current.prompt === place.prompt && !current.problem && !current.noObject && !current.empty;
  const last = useRef("");
  const views = fits && draws(settings.prior) ? url("/prompt/views", { prompt: place.prompt, negative: settings.negative, prior: settings.prior, seed: settings.seed }) : "";
  if (views) last.current = views;
  useEffect(() => { viewer?.clear(); }, [viewer]);
  // Nothing has been drawn, and nothing will be: four empty squares would look as if something were to come.
  const blank = !last.current && current && current.prompt === place.prompt && !fits;
  useEffect(() => { offered.value = Boolean(blank && current.noObject); return () => { offered.value = false; }; }, [blank, current?.noObject]);
  if (!draws(settings.prior) && fits) return <div class="message"><p>{t.noPreview}</p></div>;
  if (blank && current.noObject) return <NoObject current={current} />;
  if (blank) return <div class="message"><p>{current.problem}</p></div>;
  return <Views views={last.current} prompt={place.prompt} stale={!fits} />;
}

/** A prompt that names nothing that the model knows: what to begin with instead. */
function NoObject({ current }) {
  const list = starts(current);
  return (
    <div class="message">
      <p>{copy.prompt.noObject}<small>{fill(t.noObjectText, { n: count(choices.value?.objects || 0) })}{list.length > 0 && ` ${t.noObjectStart}`}</small></p>
      <div class="chips" role="group" aria-label={copy.prompt.suggestions}>{list.map(([text, prompt]) => <button type="button" class="chip" key={prompt} onClick={() => go({ prompt })}>{text}</button>)}<Browse /></div>
    </div>
  );
}

/** Four sides, cut from one strip; the last one stays until the next has come. */
function Views({ views, prompt, dim = false, stale = false }) {
  const [shown, setShown] = useState("");
  const [drawing, setDrawing] = useState(false);
  useEffect(() => {
    if (!views) return undefined;
    let gone = false;
    const image = new Image();
    setDrawing(true);
    image.onload = () => { if (!gone) { setShown(views); setDrawing(false); } };
    image.onerror = () => { if (!gone) setDrawing(false); };
    image.src = views;
    return () => { gone = true; };
  }, [views]);
  return (
    <figure class={`views ${dim ? "dim" : ""} ${stale ? "stale" : ""} ${shown ? "" : "blank"}`}>
      <div class="views-grid">
        {Array.from({ length: SIDES }, (_, n) => (
          <span key={n} class="view" role="img" aria-label={shown ? `${prompt}, ${t.sides[n]}` : t.sides[n]} style={shown ? { backgroundImage: `url("${shown}")`, backgroundPosition: `${(100 * n) / (SIDES - 1)}% 0` } : undefined}><small>{t.sides[n]}</small></span>
        ))}
      </div>
      {!dim && <figcaption>{drawing ? copy.prompt.drawing : shown ? copy.prompt.views : "\u00a0"}</figcaption>}
    </figure>
  );
}

/** Before anything is asked for: what was made last, or an example, to be turned; what to do about it above and below. */
function EmptyView({ viewer, broken }) {
  const first = runsTotal.value === 0;
  const [example] = choices.value?.examples || [];
  const hero = first ? example && exampleOf(example.name) : runs.value.find((run) => run.status === "done" && run.faces);
  const key = hero ? `empty ${hero.name} ${hero.v || ""}` : "";
  useEffect(() => {
    if (!viewer) return;
    if (!hero) { if (runsTotal.value !== null) viewer.clear(); return; }
    const data = fetch(url(`${hero.base || runPath(hero.name)}/mesh`, { v: hero.v })).then((response) => { if (!response.ok) throw new Error(t.gone); return response.arrayBuffer(); });
    data.then(() => viewer.show([{ key, data }], { keep: Boolean(address.value.cam) })).then(() => { if (!applyCamera(viewer) && viewer.touched) viewer.home(); }, () => viewer.clear());
  }, [viewer, key]);
  return (
    <div class="welcome">
      <header class="welcome-head"><p class="welcome-title">{t.empty}</p>{first && <p class="quiet">{t.emptyText}</p>}</header>
      {broken && hero && <span class="welcome-still"><Thumb run={hero} turning /></span>}
      <div class="welcome-foot">
        {first ? <Examples /> : hero && <button type="button" class="chip" onClick={() => look({ run: hero.name })}>{hero.prompt || hero.name}<Icon name="arrow" size={14} /></button>}
      </div>
    </div>
  );
}

/** What comes with the package, to be looked at while there is nothing of one's own. */
export function Examples() {
  const list = choices.value?.examples || [];
  return <div class="examples-grid" role="group" aria-label={t.examples}>{list.map((each) => <button type="button" key={each.name} class="welcome-card" onClick={() => look({ example: each.name })}><Thumb run={exampleOf(each.name)} /><span>{each.prompt}</span></button>)}</div>;
}

function ExampleView({ viewer, example, root }) {
  const [loading, setLoading] = useState(true);
  useEffect(() => {
    setLoading(true);
    const data = fetch(url(`${example.base}/mesh`)).then((response) => { if (!response.ok) throw new Error(t.gone); return response.arrayBuffer(); });
    data.catch(() => {});
    viewer.show([{ key: `example ${example.name}`, data }], { keep: Boolean(address.value.cam) }).then(() => {
      if (!applyCamera(viewer) && viewer.touched) viewer.home();
      setLoading(false);
      const model = viewer.models[0];
      modelFacts.value = model && !model.problem ? { faces: model.faces, vertices: model.vertices } : null;
    });
  }, [viewer, example.name]);
  return (
    <>
      <Tools viewer={viewer} settings={viewerState} root={root.current} name={example.name} />
      <Overlays viewer={viewer} settings={viewerState} />
      {loading && <p class="loading" role="status">{t.loadingMesh}</p>}
    </>
  );
}

// Several.

function BatchView({ viewer, batch }) {
  useEffect(() => { viewer?.clear(); }, [viewer]);
  // Those that are done stand last among the jobs; here each keeps its place.
  const list = jobs.value.filter((job) => job.batch === batch).sort((a, b) => a.id - b.id);
  const byName = new Map(runs.value.map((run) => [run.name, run]));
  const done = list.filter((job) => job.status === "done" && job.run);
  if (!list.length) return <Message text={t.gone} />;
  return (
    <div class="batch">
      <header><p class="welcome-title">{t.pick}</p><p class="quiet">{list[0].prompt}. {fill(t.pickText, { done: done.length, n: list.length })}</p></header>
      <ul class={`batch-grid n${list.length}`}>
        {list.map((job) => (
          <li key={job.id}>
            <button type="button" class="batch-cell" onClick={() => look(job.status === "done" ? { run: job.run } : { job: job.id })}>
              {job.status === "done" && job.run ? <Thumb run={byName.get(job.run) || { name: job.run, status: "done" }} turning />
                : <span class="thumb">{job.preview && <span class="view" style={{ backgroundImage: `url("${previewOf(job)}")`, backgroundPosition: "0 0" }} />}</span>}
              <span class="batch-text">{job.status !== "done" && <Ring value={job.status === "queued" ? 0 : share(job)} size={22} status={job.status} />}<span>{fill(copy.inspector.seedOf, { n: job.seed })}</span><small>{jobText(job).line}</small></span>
            </button>
          </li>
        ))}
      </ul>
      {done.length > 1 && <Button icon="compare" label={t.compareAll} onClick={() => look({ compare: done.slice(0, 4).map((job) => job.run).join(",") })} />}
    </div>
  );
}

function CompareView({ viewer, names, root }) {
  const [answer, setAnswer] = useState(null);
  useEffect(() => {
    let gone = false;
    attempt(async () => {
      const found = await get("/compare", { runs: names });
      if (gone) return;
      setAnswer(found);
      const list = found.runs.filter((run) => run.meshes.length).map((run) => {
        const [mesh] = run.meshes;
        const data = fetch(url(`${runPath(run.name)}/mesh`, { v: mesh.stamp })).then((response) => response.arrayBuffer());
        return { key: `compare ${run.name}@${mesh.stamp}`, label: `${run.prompt} \u00b7 ${run.preset} \u00b7 ${run.seed}`, data };
      });
      await viewer.show(list, { keep: Boolean(address.value.cam) });
      applyCamera(viewer);
    });
    return () => { gone = true; };
  }, [viewer, names]);
  return (
    <>
      <Tools viewer={viewer} settings={viewerState} root={root.current} name="compare" />
      <Overlays viewer={viewer} settings={viewerState} gizmo={false} />
      {answer && (
        <details class="differences">
          <summary>{t.differences}{answer.differences.length ? ` (${answer.differences.length})` : ""}</summary>
          {answer.differences.length === 0 ? <p>{t.same}</p> : (
            <div class="scroll" tabIndex={0} role="region" aria-label={t.differences}>
              <table><thead><tr><th scope="col">{copy.inspector.settings}</th>{answer.runs.map((run) => <th scope="col" key={run.name}>{run.prompt}</th>)}</tr></thead>
                <tbody>{answer.differences.map((row) => <tr key={row.setting}><th scope="row">{row.setting}</th>{row.values.map((value, n) => <td key={n} title={value}>{shortHashes(value)}</td>)}</tr>)}</tbody></table>
            </div>
          )}
        </details>
      )}
    </>
  );
}

function FileView({ viewer, root }) {
  const file = opened.value, flat = PICTURES.includes(file.kind);
  useEffect(() => {
    modelFacts.value = null;
    if (flat) return undefined;
    viewer.show([{ key: file.key, data: file.data, kind: file.kind }], { keep: Boolean(address.value.cam) }).then(() => {
      applyCamera(viewer);
      const model = viewer.models[0];
      modelFacts.value = model && !model.problem ? { faces: model.faces, vertices: model.vertices } : null;
    });
    return () => { viewer.clear(); };
  }, [viewer, file.key]);
  const [picture, setPicture] = useState("");
  useEffect(() => {
    if (!flat) return undefined;
    const address = URL.createObjectURL(new Blob([file.data], { type: `image/${file.kind === "jpg" ? "jpeg" : file.kind}` }));
    setPicture(address);
    return () => { URL.revokeObjectURL(address); };
  }, [file.key]);
  // What is said to be its front is looked at.
  const front = { "+z": 0, "+x": 90, "-z": 180, "-x": -90 }[file.front];
  useEffect(() => {
    if (flat || front === undefined) return;
    viewer.touched = true;
    viewer.look({ azimuth: front, elevation: 12 });
  }, [file.front]);
  if (flat) return <img class="opened-picture" src={picture} alt={file.name} />;
  return (
    <>
      <Tools viewer={viewer} settings={viewerState} root={root.current} name={file.name} />
      <Overlays viewer={viewer} settings={viewerState} />
    </>
  );
}

/** A file that the address names and the page has not: the browser may still have it. */
function ReopenView({ viewer, name }) {
  const [gone, setGone] = useState(false);
  useEffect(() => {
    let left = false;
    setGone(false);
    recallOpened(name).then((file) => {
      if (left) return;
      if (file) opened.value = file;
      else setGone(true);
    });
    return () => { left = true; };
  }, [name]);
  return gone && <Message text={fill(t.reopen, { name })} viewer={viewer}><FileButton kind="primary" /></Message>;
}
