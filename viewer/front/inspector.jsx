// The result that is looked at: what can be done with it on top, then what it is, how it was made, its files.
import { signal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { address, go, look } from "./address.js";
import { get, post, runPath, url } from "./api.js";
import { details, loadDetails, modelFacts, subject } from "./center.jsx";
import { Chart } from "./chart.jsx";
import { copy, fill } from "./copy.js";
import { ExportDialog } from "./export_dialog.jsx";
import { control } from "./filmstrip.jsx";
import { bytes, count, duration, when } from "./format.js";
import { Icon } from "./icons.jsx";
import { jobText } from "./job_text.js";
import { use } from "./prompt_bar.jsx";
import { MaterialPanel } from "./materials.jsx";
import { attempt, begin, choices, jobs, opened, runsChanged, say } from "./state.js";
import { Teach } from "./teach.jsx";
import { Button, Popover, Segments, Stars } from "./ui.jsx";
import { PICTURES } from "./viewer/loaders.js";

const t = copy.inspector;
/** Of `t.tabs`. */
const tab = signal(0);
const exporting = signal("");

export function Inspector() {
  const shown = subject(address.value);
  const run = shown.kind === "run" ? details.value : null;
  return (
    <aside class="inspector" aria-label={copy.nav.details}>
      {shown.kind === "run" && run && !run.missing && <RunPanel run={run} />}
      {shown.kind === "job" && <JobPanel job={shown.job} />}
      {shown.kind === "file" && <FilePanel />}
      {shown.kind === "example" && <ExamplePanel example={shown.example} />}
      {!["run", "job", "file", "example"].includes(shown.kind) && <div class="nothing"><p>{t.none}</p><p class="quiet">{t.noneText}</p></div>}
    </aside>
  );
}

export const hasInspector = (place) => {
  const { kind } = subject(place);
  return ["job", "file", "example"].includes(kind) || (kind === "run" && !details.value?.missing);
};

function RunPanel({ run }) {
  const ready = run.meshes.length > 0;
  const path = runPath(run.name);
  const batch = jobs.value.find((job) => job.run === run.name && job.batch)?.batch;
  const refine = run.finer;
  return (
    <>
      <header class="inspector-head">
        {batch && <button type="button" class="textlink" onClick={() => look({ batch })}>{t.ofBatch}</button>}
        <h2>{run.prompt || run.name}</h2>
        <p class="quiet">{[when(run.created), copy.prompt[run.preset] || run.preset, fill(t.seedOf, { n: run.seed })].filter(Boolean).join(" \u00b7 ")}</p>
        {run.damage && <p class="problem small">{run.damage}</p>}
        <Stars value={run.stars} name="rating" onChange={async (stars) => { details.value = { ...run, stars }; await attempt(() => post(`${path}/stars`, { stars })); }} />
      </header>
      {run.status !== "damaged" && (
        <div class="actions">
          <Button icon="again" label={t.again} title={t.againHelp} onClick={() => begin(`${path}/again`)} />
          <Button icon="grid4" label={t.variations} title={t.variationsHelp} onClick={() => begin(`${path}/again`, { count: 4 })} />
          <Button icon="refine" label={t.refine} title={refine ? fill(t.refineHelp, { preset: refine }) : t.finest} disabled={!refine} onClick={() => begin(`${path}/refine`)} />
          <Recolour run={run} />
          <Longer run={run} />
          {ready && (choices.value?.actions || []).map((kind) => <Action key={kind} kind={kind} run={run} />)}
          <Button icon="sliders" label={t.useShort} title={t.use} onClick={() => use(run)} />
        </div>
      )}
      {ready && <a class="button primary block" href={url(`${path}/files/mesh.glb`)} download><Icon name="download" /><span>{t.download}</span></a>}
      <Segments label={copy.nav.details} options={t.tabs.map((each, n) => [n, each])} value={tab.value} onChange={(each) => { tab.value = each; }} />
      <div class="inspector-scroll" tabIndex={0} role="region" aria-label={t.tabs[tab.value]}>
        {tab.value === 0 && <ViewTab run={run} />}
        {tab.value === 1 && <DetailsTab run={run} />}
        {tab.value === 2 && <ExportTab run={run} />}
      </div>
      {exporting.value === run.name && <ExportDialog base={path} faces={run.faces || modelFacts.value?.faces || 8000} title={run.prompt} onClose={() => { exporting.value = ""; loadDetails(run.name); }} />}
    </>
  );
}

function Recolour({ run }) {
  const words = choices.value?.adjectives || [];
  if (!words.length || run.prior !== "embedded") return <Button icon="colour" label={t.recolour} disabled />;
  return (
    <Popover icon="colour" label={t.recolour} bare={false} title={t.recolourHelp} align="end">
      {(close) => (
        <div class="colours">
          {words.map((word) => <button type="button" key={word} onClick={() => { close(); begin(`${runPath(run.name)}/recolour`, { colour: word }); }}><i style={{ background: swatch(word) }} />{word}</button>)}
        </div>
      )}
    </Popover>
  );
}

const MATERIALS = {
  wooden: "linear-gradient(135deg,#b98552,#7a4f29)", golden: "linear-gradient(135deg,#f6d77a,#b8862b)", gold: "linear-gradient(135deg,#f6d77a,#b8862b)", silver: "linear-gradient(135deg,#f2f2f2,#8f959c)", metal: "linear-gradient(135deg,#d5dade,#737b83)", metallic: "linear-gradient(135deg,#d5dade,#737b83)",
  glass: "linear-gradient(135deg,#e8f4f6,#a9cdd4)", shiny: "linear-gradient(135deg,#fff,#999)", striped: "repeating-linear-gradient(45deg,#444 0 3px,#eee 3px 6px)", stone: "linear-gradient(135deg,#b4b0a8,#77736b)", marble: "linear-gradient(135deg,#f4f2ee,#c7c3bb)", leather: "linear-gradient(135deg,#8a5734,#5a361e)", colorful: "conic-gradient(red,orange,yellow,green,blue,violet,red)", colourful: "conic-gradient(red,orange,yellow,green,blue,violet,red)",
};

export function swatch(word) {
  if (MATERIALS[word]) return MATERIALS[word];
  const plain = word.replace(/[ -]/g, "");
  return typeof CSS !== "undefined" && CSS.supports("color", plain) ? plain : "linear-gradient(135deg,#e5e0d8,#a29a8e)";
}

/** New maps by words, or a noun taught from it: asked for by a few words, and followed until it has ended. */
function Action({ kind, run }) {
  const [state, setState] = useState({ running: false });
  const path = `${runPath(run.name)}/actions/${kind}`;
  const gone = useRef(false), box = useRef(null);
  useEffect(() => { gone.current = false; return () => { gone.current = true; }; }, [path]);
  const follow = async () => {
    const now = await attempt(() => get(path));
    if (!now) return;
    if (!gone.current) setState(now);
    if (now.running) { setTimeout(follow, 1000); return; }
    if (now.problem) say(now.problem, { kind: "error", seconds: 15 });
    else if (now.done) {
      say(fill(t[`${kind}Done`], { prompt: run.prompt }), { kind: "done" });
      if (kind === "texture" && address.value.run === run.name) { await loadDetails(run.name); go({ level: "textured" }); }
    }
  };
  return (
    <Popover icon={kind} label={state.running ? t[`${kind}Running`] : t[kind]} bare={false} title={t[`${kind}Help`]} align={kind === "teach" ? "start" : "end"} disabled={state.running}>
      {(close) => (
        <form class="form" onSubmit={async (event) => {
          event.preventDefault();
          const words = new FormData(event.currentTarget).get("words");
          const now = await attempt(() => post(path, { words }));
          if (now) { close(); setState(now); setTimeout(follow, 700); }
        }}><label><span>{t[`${kind}Help`]}</span><input name="words" type="text" required maxLength={200} placeholder={t[`${kind}Hint`]} ref={box} /></label>
          <Button kind="primary" type="submit" label={t[kind]} />
          {kind === "texture" && <MaterialPanel onPick={(word) => { box.current.value = `${box.current.value} ${word}`.trim(); }} />}</form>
      )}
    </Popover>
  );
}

function Longer({ run }) {
  const [steps, setSteps] = useState(Math.max(50, Math.round(run.steps / 2)));
  return (
    <Popover icon="longer" label={t.longer} bare={false} title={t.longerHelp} align="start" disabled={run.status !== "done" || !run.hasCheckpoint}>
      {(close) => (
        <div class="form"><label><span>{t.steps}</span><input type="number" min={1} max={100000} step={10} value={steps} onInput={(event) => setSteps(Number(event.currentTarget.value) || 1)} /></label>
          <Button kind="primary" label={t.continue} onClick={() => { close(); begin(`${runPath(run.name)}/longer`, { steps }); }} /></div>
      )}
    </Popover>
  );
}

function ViewTab({ run }) {
  const facts = modelFacts.value;
  return (
    <>
      <Tags run={run} />
      {facts && <dl class="facts"><dt>{t.facesName}</dt><dd>{count(facts.faces)}</dd><dt>{t.vertices}</dt><dd>{count(facts.vertices)}</dd></dl>}
      {run.stills.length > 0 && <section><h3>{t.stills}</h3><div class="stills">{run.stills.map((side) => <img key={side} src={url(`${runPath(run.name)}/stills/${side}`)} alt={`${run.prompt}, ${side}`} loading="lazy" />)}</div></section>}
      {run.previews.length > 1 && <History run={run} />}
      {run.estimates.length > 0 && <Estimate run={run.name} step={run.estimates[run.estimates.length - 1]} />}
    </>
  );
}

/** How the run formed, by its previews: a slider over them. */
function History({ run }) {
  const [at, setAt] = useState(run.previews.length - 1);
  const step = run.previews[Math.min(at, run.previews.length - 1)];
  return (
    <section class="history"><h3>{t.history}</h3>
      <img src={url(`${runPath(run.name)}/previews/${step}`)} alt={`${run.prompt}, ${fill(t.stepOf, { n: Number(step) })}`} />
      <input type="range" min={0} max={run.previews.length - 1} value={at} aria-label={t.history} aria-valuetext={fill(t.stepOf, { n: Number(step) })} onInput={(event) => setAt(Number(event.currentTarget.value))} />
      <small class="quiet">{fill(t.stepOf, { n: count(Number(step)) })}</small>
    </section>
  );
}

/** What a hub prior was last shown, and what it took for the clean picture. */
function Estimate({ run, step }) {
  return <section class="history"><h3>{t.estimate}</h3><img src={url(`${runPath(run)}/estimates/${step}`)} alt={`${t.estimateText} ${fill(t.stepOf, { n: Number(step) })}`} /><small class="quiet">{t.estimateText}</small></section>;
}

function Tags({ run }) {
  const save = async (tags) => {
    const answer = await attempt(() => post(`${runPath(run.name)}/tags`, { tags }));
    if (answer) details.value = { ...details.value, tags: answer.tags };
  };
  return (
    <section class="tags" aria-label={t.tags}>
      {run.tags.map((tag) => <span class="tag" key={tag}>{tag}<button type="button" aria-label={fill(t.removeTag, { tag })} onClick={() => save(run.tags.filter((other) => other !== tag))}><Icon name="close" size={12} /></button></span>)}
      <input type="text" placeholder={t.addTag} aria-label={t.addTag} onKeyDown={(event) => {
        const input = event.currentTarget;
        if (event.key === "Enter" && input.value.trim()) { save([...run.tags, input.value]); input.value = ""; }
      }} />
    </section>
  );
}

function DetailsTab({ run }) {
  return (
    <>
      <dl class="facts">{run.facts.map(([name, value]) => [<dt key={`${name}-n`}>{name}</dt>, <dd key={name}>{value}</dd>])}</dl>
      {run.negative && <dl class="facts"><dt>{copy.prompt.negative}</dt><dd>{run.negative}</dd></dl>}
      <details class="advanced"><summary>{t.advanced}</summary>
        <Charts run={run} />
        {run.settings.length > 0 && <section><h3>{t.changed}</h3><dl class="facts">{run.settings.map(([name, , value]) => [<dt key={`${name}-n`}>{name}</dt>, <dd key={name}>{value}</dd>])}</dl></section>}
        <p class="quiet path">{run.folder}</p>
      </details>
      <Button icon="bin" label={t.delete} kind="ghost danger" onClick={() => remove([run.name])} />
    </>
  );
}

/** Moves runs to the bin; said with a way back. */
export async function remove(names) {
  const answer = await attempt(() => post("/runs/delete", { runs: names }));
  if (!answer) return false;
  if (names.includes(address.value.run)) look({});
  runsChanged();
  say(copy.library.moved, { seconds: 12, action: { label: copy.library.undo, run: async () => { await attempt(() => post("/bin/restore", { runs: answer.binned })); runsChanged(); } } });
  return true;
}

function Charts({ run }) {
  const [rows, setRows] = useState(null);
  useEffect(() => { attempt(async () => setRows((await get(`${runPath(run.name)}/metrics`)).rows)); }, [run.name, run.step]);
  if (!rows || rows.length < 2) return null;
  return <><Chart title={t.loss} rows={rows.map(([step, loss]) => [step, loss])} /><Chart title={t.opacity} rows={rows.map(([step, , opacity]) => [step, opacity])} /></>;
}

function ExportTab({ run }) {
  const [files, setFiles] = useState(null);
  useEffect(() => { attempt(async () => setFiles(await get(`${runPath(run.name)}/files`))); }, [run.name, exporting.value, run.meshes.length]);
  const path = `${runPath(run.name)}/files`;
  if (!files) return null;
  return (
    <>
      <Button icon="export" label={`${t.export}\u2026`} kind="block" disabled={!run.hasCheckpoint} title={run.hasCheckpoint ? undefined : copy.tools.noCheckpoint} onClick={() => { exporting.value = run.name; }} />
      <ul class="files">
        {files.own.map((file) => <li key={file.name}><a href={url(file.name === "mesh.obj" ? `${path}/mesh-obj.zip` : `${path}/${file.name}`)} download><Icon name="download" size={16} /><span>{file.name === "mesh.obj" ? "mesh.obj, mtl, png" : file.name}</span><small>{bytes(file.bytes)}</small></a></li>)}
        {files.exported.map((file) => <li key={`e-${file.name}`}><a href={url(`${path}/${file.name}`, { from: "export" })} download><Icon name="download" size={16} /><span>{`export/${file.name}`}</span><small>{bytes(file.bytes)}</small></a></li>)}
      </ul>
      {files.exported.length > 1 && <a class="button block" href={url(`${path}/export.zip`)} download><Icon name="download" /><span>{copy.dialog.zip}</span></a>}
      {files.share && <a class="button block" href={url(`${runPath(run.name)}/share`)} download><Icon name="share" /><span>{t.share}</span></a>}
    </>
  );
}

function JobPanel({ job }) {
  const text = jobText(job);
  const going = job.status === "running" || job.status === "queued";
  return (
    <>
      <header class="inspector-head"><h2>{job.prompt}</h2><p class="quiet">{[copy.prompt[job.preset] || job.preset, fill(t.seedOf, { n: job.seed })].join(" \u00b7 ")}</p></header>
      <p class="state">{text.line}<small>{text.detail}</small></p>
      <div class="actions">
        {going && !job.requested && <Button icon="pause" label={t.pause} onClick={() => control(job, "pause")} />}
        {(job.status === "paused" || job.requested === "pause") && <Button icon="play" label={t.resume} kind="primary" onClick={() => control(job, "resume")} />}
        {(going || job.status === "paused") && job.requested !== "cancel" && <Button icon="stop" label={t.stop} onClick={() => control(job, "cancel")} />}
        {["failed", "cancelled"].includes(job.status) && <Button icon="again" label={t.retry} kind="primary" onClick={() => control(job, "retry")} />}
        {job.status === "queued" && job.position > 1 && <Button icon="first" label={t.first} onClick={() => control(job, "first")} />}
      </div>
      <button type="button" class="textlink" onClick={() => use(job)}>{t.use}</button>
      {job.run && job.preview && <section class="history"><h3>{t.history}</h3><img src={url(`${runPath(job.run)}/previews/${job.preview}`)} alt={`${job.prompt}, ${fill(t.stepOf, { n: Number(job.preview) })}`} /><small class="quiet">{fill(t.stepOf, { n: count(Number(job.preview)) })}</small></section>}
      {job.run && job.preview && job.prior !== "embedded" && <Estimate run={job.run} step={job.preview} />}
    </>
  );
}

/** What comes with the package: to be looked at, taken, and made anew. */
function ExamplePanel({ example }) {
  const facts = modelFacts.value;
  return (
    <>
      <header class="inspector-head"><h2>{example.prompt}</h2><p class="quiet">{[copy.stage.example, copy.prompt[example.preset] || example.preset, fill(t.seedOf, { n: example.seed })].join(" \u00b7 ")}</p></header>
      <Button icon="sliders" label={t.use} kind="primary block" onClick={() => use(example)} />
      <a class="button block" href={url(`${example.base}/mesh`)} download><Icon name="download" /><span>{t.download}</span></a>
      <dl class="facts">{facts && <><dt>{t.facesName}</dt><dd>{count(facts.faces)}</dd><dt>{t.vertices}</dt><dd>{count(facts.vertices)}</dd></>}<dt>{t.size}</dt><dd>{bytes(example.bytes)}</dd></dl>
      <p class="quiet">{fill(t.exampleText, { time: duration(example.seconds) })}</p>
    </>
  );
}

function FilePanel() {
  const file = opened.value, facts = modelFacts.value;
  const [exported, setExported] = useState("");
  const [sending, setSending] = useState(false);
  const sent = useRef({ key: "", path: "" });
  /** Keeps the file on the server, once; its path there. */
  const send = async () => {
    if (sent.current.key === file.key) return sent.current.path;
    setSending(true);
    const answer = await attempt(async () => {
      const response = await fetch(url("/opened", { name: file.name }), { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file.data });
      const body = await response.json();
      if (!response.ok) throw new Error(body.error);
      return body;
    });
    setSending(false);
    if (!answer) return "";
    sent.current = { key: file.key, path: `/opened/${answer.key}` };
    return sent.current.path;
  };
  return (
    <>
      <header class="inspector-head"><h2>{file.name}</h2><p class="quiet">{copy.stage.dropped}</p></header>
      {facts && <dl class="facts"><dt>{t.facesName}</dt><dd>{count(facts.faces)}</dd><dt>{t.vertices}</dt><dd>{count(facts.vertices)}</dd><dt>{t.size}</dt><dd>{bytes(file.data.byteLength)}</dd></dl>}
      <div class="actions">
        {!PICTURES.includes(file.kind) && <Button icon="export" label={`${t.export}\u2026`} kind="primary" disabled={sending} onClick={async () => setExported(await send())} />}
        <Button icon="close" label={copy.stage.closeFile} onClick={() => look({})} />
      </div>
      <Teach key={file.key} file={file} send={send} />
      {exported && <ExportDialog base={exported} faces={facts?.faces || 8000} title={file.name} onClose={() => setExported("")} />}
    </>
  );
}

export const closePanel = () => go({ panel: "" });
