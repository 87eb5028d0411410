// A noun of one's own, taught from a mesh or a picture that was opened.
import { useEffect, useRef, useState } from "preact/hooks";
import { look } from "./address.js";
import { get, post, url } from "./api.js";
import { copy } from "./copy.js";
import { duration } from "./format.js";
import { attempt, opened } from "./state.js";
import { Button } from "./ui.jsx";
import { PICTURES } from "./viewer/loaders.js";

const t = copy.teach;
const FRONTS = ["auto", "+z", "+x", "-z", "-x"];
const SHOWS = ["auto", "front", "both", "round", "round front", "profile left", "profile right", "top"];

/** `send` keeps the file on the server, once, and gives its path. */
export function Teach({ file, send }) {
  const picture = PICTURES.includes(file.kind);
  const [base, setBase] = useState("");
  const [state, setState] = useState({ running: false, problem: "", done: false, cutout: false });
  const [name, setName] = useState("");
  const gone = useRef(false);
  useEffect(() => { gone.current = false; return () => { gone.current = true; }; }, []);
  const follow = async (path) => {
    const now = await attempt(() => get(`${path}/teach`));
    if (!now || gone.current) return;
    setState(now);
    if (now.running) setTimeout(follow, 700, path);
  };
  const start = async (event) => {
    event.preventDefault();
    const values = Object.fromEntries(new FormData(event.currentTarget));
    const path = await send();
    if (!path) return;
    setBase(path);
    const now = await attempt(() => post(`${path}/teach`, { ...values, replace: Boolean(values.replace) }));
    if (!now) return;
    setState(now);
    setName(values.name.trim());
    setTimeout(follow, 400, path);
  };
  const choices = picture ? SHOWS : FRONTS;
  return (
    <section class="teach" aria-label={t.title}><h3>{t.title}</h3>
      <form class="form" onSubmit={start}>
        <label><span>{t.name}</span><input name="name" type="text" required maxLength={100} placeholder={t.hint} /></label>
        <label><span>{picture ? t.shows : t.front}</span>
          <select name={picture ? "shows" : "front"} onChange={(event) => { if (!picture) opened.value = { ...opened.value, front: event.currentTarget.value }; }}>
            {choices.map((each, n) => <option key={each} value={each}>{(picture ? t.showsNames : t.frontNames)[n]}</option>)}
          </select></label>
        <details><summary>{t.more}</summary>
          <div class="form">
            <label><span>{t.also}</span><input name="also" type="text" maxLength={300} /></label>
            <label><span>{t.size}</span><input name="size" type="number" min="0.001" max="99999" step="any" /></label>
            <label><span>{t.author}</span><input name="author" type="text" maxLength={200} /></label>
            <label><span>{t.licence}</span><input name="licence" type="text" maxLength={100} placeholder="CC-BY-4.0" /></label>
            <label class="toggle"><input name="replace" type="checkbox" /><span>{t.replace}</span></label>
          </div>
        </details>
        <Button icon="teach" type="submit" label={state.running ? `${t.running} ${duration(state.seconds || 0)}` : t.run} disabled={state.running} />
      </form>
      <div aria-live="polite">
        {state.problem && <p class="problem small">{state.problem}</p>}
        {state.cutout && (
          <figure><img src={url(`${base}/teach/cutout`, { at: state.done ? "done" : "found" })} alt={t.cutout} />
            <figcaption class="quiet">{t.mend} <a href={url(`${base}/teach/cutout`)} download={`${name}.png`}>{t.keep}</a></figcaption></figure>
        )}
        {state.done && <Button kind="block" icon="make" label={t.attempt.replace("{name}", name)} onClick={() => look({ prompt: `a ${name}` })} />}
      </div>
    </section>
  );
}
