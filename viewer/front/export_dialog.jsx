// Every format, size and level of detail, made by the server and then offered.
import { useEffect, useRef, useState } from "preact/hooks";
import { get, post, url } from "./api.js";
import { copy, fill } from "./copy.js";
import { bytes, count, duration } from "./format.js";
import { Icon } from "./icons.jsx";
import { attempt, choices } from "./state.js";
import { Button, Dialog, Ring, Segments, Toggle } from "./ui.jsx";

const t = copy.dialog;
const DEFAULT_FORMATS = { "": ["glb", "obj"], unity: ["glb"], unreal: ["glb"], blender: ["glb"], ar: ["usdz", "glb"], print: ["3mf", "stl"], film: ["usd", "obj"] };
const TEXTURES = [256, 512, 1024, 2048, 4096];

/** What files of these settings will have, in bytes. */
export function estimate(offer, { formats, target, faces, texture, lods }, ownFaces) {
  const chosen = formats.length ? formats : DEFAULT_FORMATS[target] || ["glb", "obj"];
  const n = faces || ownFaces, texels = (texture || 1024) ** 2;
  const levels = Array.from({ length: lods + 1 }, (_, level) => 0.5 ** level);
  return chosen.reduce((sum, name) => {
    const [perFace, perTexel] = offer.bytes[name] || [60, 0];
    return sum + levels.reduce((all, share) => all + perFace * n * share + perTexel * texels, 0);
  }, 0);
}

/** `base`: the path of a run or an opened mesh; `faces`: those that it has. */
export function ExportDialog({ base, faces: ownFaces, title, onClose }) {
  const offer = choices.value?.export;
  const [values, setValues] = useState({ target: "", formats: [], faces: 0, texture: 0, size: "", lods: 0, collision: false, maps: "", turntable: false, quads: false, pivot: "", units: "", up: "" });
  const [state, setState] = useState({ running: false, exported: [], seconds: 0, problem: "" });
  const [asked, setAsked] = useState(false);
  const set = (patch) => setValues((old) => ({ ...old, ...patch }));
  const gone = useRef(false);
  const follow = async () => {
    const now = await attempt(() => get(`${base}/files`));
    if (!now || gone.current) return;
    setState(now);
    if (now.running) setTimeout(follow, 700);
  };
  useEffect(() => { follow(); return () => { gone.current = true; }; }, []);
  if (!offer) return null;
  const start = async () => {
    setAsked(true);
    const now = await attempt(() => post(`${base}/export`, { ...values, size: Number(values.size) || 0, ...(fixed ? { units: "", up: "" } : {}) }));
    if (now) { setState(now); setTimeout(follow, 400); }
  };
  const chosen = values.formats.length ? values.formats : DEFAULT_FORMATS[values.target] || [];
  // GLB and 3MF have units and axes of their own; where nothing else is written there is nothing to choose.
  const fixed = chosen.every((name) => offer.ownFrame.includes(name));
  const places = offer.targets.find(({ name }) => name === values.target)?.places;
  const total = state.exported.reduce((sum, file) => sum + file.bytes, 0);
  const path = `${base}/files`;
  return (
    <Dialog wide title={`${t.export} ${title}`} onClose={onClose} footer={(
      <>
        <span class="quiet grow" aria-live="polite">
          {state.running ? `${fill(t.running, { time: duration(state.seconds) })}. ${t.leave}` : state.problem ? <span class="problem">{state.problem}</span>
            : asked && state.exported.length ? fill(t.done, { n: state.exported.length, bytes: bytes(total) }) : fill(t.estimate, { bytes: bytes(estimate(offer, values, ownFaces)) })}
        </span>
        {state.running && <Ring value={null} size={24} />}
        <Button kind="primary" icon="export" label={t.run} disabled={state.running} onClick={start} />
      </>
    )}>
      <div class="export">
        <fieldset><legend>{t.target}</legend>
          <div class="cards">{offer.targets.map(({ name, label }) => <button type="button" key={name} class={`card ${values.target === name ? "on" : ""}`} aria-pressed={String(values.target === name)} onClick={() => set({ target: name })}>{label}</button>)}</div>
          <p class="quiet"><b>{t.places}</b> {places}</p>
        </fieldset>
        <fieldset><legend>{t.formats}</legend>
          <div class="cards formats">{offer.formats.map((name) => (
            <button type="button" key={name} class={`card ${values.formats.includes(name) ? "on" : ""} ${!values.formats.length && (DEFAULT_FORMATS[values.target] || []).includes(name) ? "implied" : ""}`} aria-pressed={String(values.formats.includes(name))}
              onClick={() => set({ formats: values.formats.includes(name) ? values.formats.filter((other) => other !== name) : [...values.formats, name] })}><b>{name.toUpperCase()}</b><small>{t.formatsText[name]}</small></button>
          ))}</div>
          {!values.formats.length && <p class="quiet">{t.auto}: {(DEFAULT_FORMATS[values.target] || []).map((name) => name.toUpperCase()).join(", ")}</p>}
        </fieldset>
        <div class="fields">
          <label><span>{t.faces}</span><input type="number" min={0} max={5_000_000} step={500} value={values.faces || ""} placeholder={count(ownFaces)} onInput={(event) => set({ faces: Number(event.currentTarget.value) || 0 })} /></label>
          <label><span>{t.texture}</span><select value={values.texture} onChange={(event) => set({ texture: Number(event.currentTarget.value) })}><option value={0}>{t.unchanged}</option>{TEXTURES.map((n) => <option key={n} value={n}>{n}</option>)}</select></label>
          <label><span>{t.lods}</span><select value={values.lods} onChange={(event) => set({ lods: Number(event.currentTarget.value) })}>{Array.from({ length: offer.lods + 1 }, (_, n) => <option key={n} value={n}>{n}</option>)}</select></label>
          <label><span>{t.size}, {t.metres}</span><input type="number" min={0} max={10_000} step="any" value={values.size} placeholder={t.unchanged} onInput={(event) => set({ size: event.currentTarget.value })} /></label>
          <label><span>{t.units}</span><select value={fixed ? "" : values.units} disabled={fixed} onChange={(event) => set({ units: event.currentTarget.value })}><option value="">{t.asTarget}</option>{offer.units.map((name) => <option key={name} value={name}>{name}</option>)}</select></label>
          <label><span>{t.up}</span><select value={fixed ? "" : values.up} disabled={fixed} onChange={(event) => set({ up: event.currentTarget.value })}><option value="">{t.asTarget}</option><option value="y">Y</option><option value="z">Z</option></select></label>
          <label><span>{t.pivot}</span><select value={values.pivot} onChange={(event) => set({ pivot: event.currentTarget.value })}><option value="">{t.asTarget}</option>{offer.pivots.map((name) => <option key={name} value={name}>{t.pivots[name]}</option>)}</select></label>
        </div>
        <p class="quiet">{fixed ? t.fixedFrame : t.frameText}</p>
        <div class="row"><span class="label">{t.maps}</span><Segments small label={t.maps} value={values.maps} onChange={(maps) => set({ maps })} options={[["", t.asTarget], ["none", t.none], ["normal", t.normal], ["occlusion", t.occlusion], ["both", t.both]]} /></div>
        <div class="row"><Toggle label={t.collision} checked={values.collision} onChange={(collision) => set({ collision })} /><Toggle label={t.turntable} checked={values.turntable} onChange={(turntable) => set({ turntable })} />{offer.quads && <Toggle label={t.quads} checked={values.quads} onChange={(quads) => set({ quads })} />}</div>
        {state.exported.length > 0 && (
          <fieldset><legend>{t.files}</legend>
            <ul class="files">{state.exported.map((file) => <li key={file.name}><a href={url(`${path}/${file.name}`, { from: "export" })} download><Icon name="download" size={16} /><span>{file.name}</span><small>{bytes(file.bytes)}</small></a></li>)}</ul>
            <a class="button" href={url(`${path}/export.zip`)} download><Icon name="download" /><span>{t.zip}</span></a>
          </fieldset>
        )}
      </div>
    </Dialog>
  );
}
