// The prompt: typed, read after a pause, and made.
import { signal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { address, go, look } from "./address.js";
import { get, post } from "./api.js";
import { copy, fill } from "./copy.js";
import { count, duration } from "./format.js";
import { Icon } from "./icons.jsx";
import { MaterialPanel } from "./materials.jsx";
import { attempt, begin, choices, runsStamp } from "./state.js";
import { Button, byTouch, Popover, Segments } from "./ui.jsx";

const PAUSE_MILLISECONDS = 350;
/** How the prompt in the address is read, and of which prompt that is; null before the first answer. */
export const reading = signal(null);
/** Whether the stage itself offers prompts to begin with, in place of the chips below it. */
export const offered = signal(false);
const t = copy.prompt;

export const settingsOf = (place) => ({
  prompt: place.prompt, negative: place.negative, preset: place.preset, prior: place.model, seed: place.seed, steps: place.steps, variations: place.variations,
});

/** Has the prompt read again whenever it rests. */
function useReading() {
  const values = settingsOf(address.value);
  const key = JSON.stringify(values);
  useEffect(() => {
    const ending = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const answer = await get("/prompt", values, ending.signal);
        reading.value = { ...answer, key, prompt: values.prompt };
      } catch (error) {
        if (error.name !== "AbortError") reading.value = { problem: error.message, key, prompt: values.prompt };
      }
    }, reading.value === null ? 0 : PAUSE_MILLISECONDS);
    return () => { clearTimeout(timer); ending.abort(); };
    // Runs that have ended tell better how long the next one takes.
  }, [key, runsStamp.value]);
  const current = reading.value;
  return { current, fresh: current !== null && current.key === key };
}

export function PromptBar() {
  const place = address.value;
  const box = useRef(null);
  const { current, fresh } = useReading();
  const [starting, setStarting] = useState(false);
  const ready = Boolean(place.prompt.trim()) && fresh && !current.empty && !current.problem && !current.noObject && !current.cost?.shortage;
  // A box of one line that grows with what is in it.
  useEffect(() => {
    const area = box.current;
    area.style.height = "auto";
    area.style.height = `${Math.min(area.scrollHeight, 108)}px`;
  }, [place.prompt]);
  const type = (prompt) => {
    const away = place.run || place.job || place.batch || place.compare || place.example || place.file;
    if (away && prompt !== place.prompt) look({ prompt, panel: "" });
    else go({ prompt, view: "make" });
  };
  const write = () => { if (!byTouch()) box.current?.focus(); };
  const take = (prompt) => { type(prompt); write(); };
  const make = async () => {
    if (!ready || starting) return;
    setStarting(true);
    await begin("/jobs", settingsOf(place));
    setStarting(false);
  };
  const variations = Number(place.variations);
  return (
    <section class="promptbar" aria-label={t.label}>
      <Chips current={current} fresh={fresh} prompt={place.prompt} take={take} />
      <div class="promptbox">
        <textarea ref={box} id="prompt" rows={1} aria-label={t.label} placeholder={t.placeholder} value={place.prompt} spellcheck={false}
          onInput={(event) => type(event.currentTarget.value.replace(/\n/g, " "))}
          onKeyDown={(event) => { if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); make(); } }} />
        <div class="promptrow">
          <Segments small label={t.preset} value={place.preset} onChange={(preset) => go({ preset })}
            options={(choices.value?.presets || [{ name: "draft" }, { name: "standard" }, { name: "fine" }]).map(({ name }) => [name, t[name] || name, t.presets[name]])} />
          <Count value={variations} />
          <Popover icon="material" label={t.materials} side="above" small>
            {(close) => <MaterialPanel onPick={async (word) => { close(false); await takeMaterial(word); write(); }} />}
          </Popover>
          <PromptSettings />
          <Line current={current} fresh={fresh} prompt={place.prompt} />
          <Measure current={current} fresh={fresh} />
          <Button kind="primary" icon="arrow" label={variations > 1 ? fill(t.makeMany, { n: variations }) : t.make} disabled={!ready || starting} onClick={make} title="Enter" />
        </div>
      </div>
    </section>
  );
}

/** Puts a material before the object of the prompt, on whichever page that is seen. */
export async function takeMaterial(word) {
  const answer = await attempt(() => get("/prompt/material", { prompt: address.value.prompt, word }));
  if (answer) look({ prompt: answer.prompt });
}

function Count({ value }) {
  return (
    <label class="count" title={t.variations}>
      <Icon name="grid4" size={16} />
      <select aria-label={t.variations} value={value} onChange={(event) => go({ variations: event.currentTarget.value })}>
        {[1, 2, 3, 4, 6, 8].map((n) => <option key={n} value={n}>{`\u00d7 ${n}`}</option>)}
      </select>
    </label>
  );
}

function PromptSettings() {
  const place = address.value;
  const preset = choices.value?.presets.find(({ name }) => name === place.preset);
  const models = choices.value?.models || [];
  const others = models.filter((model) => !model.available);
  const changed = place.negative || place.seed !== "0" || place.steps !== "0" || place.model !== "embedded";
  return (
    <Popover icon="sliders" label={t.settings} side="above" small active={Boolean(changed)}>
      <div class="form">
        <label><span>{t.negative}</span><input type="text" value={place.negative} placeholder={t.negativeHelp} maxLength={500} onInput={(event) => go({ negative: event.currentTarget.value })} /></label>
        <label><span>{t.seed}</span><span class="with"><input type="number" min={0} max={2 ** 53 - 1} value={place.seed} onInput={(event) => go({ seed: event.currentTarget.value || "0" })} />
          <Button icon="dice" label={t.random} bare small onClick={() => go({ seed: Math.floor(Math.random() * 100_000) })} /></span></label>
        <label><span>{t.steps}</span><input type="number" min={0} max={1_000_000} step={10} value={place.steps === "0" ? "" : place.steps} placeholder={preset ? count(preset.steps) : ""} title={fill(t.stepsHelp, { n: count(preset?.steps || 0) })} onInput={(event) => go({ steps: event.currentTarget.value || "0" })} /></label>
        <label><span>{t.model}</span><select value={place.model} onChange={(event) => go({ model: event.currentTarget.value })}>
          {models.filter((model) => model.available).map((model) => <option key={model.name} value={model.name}>{model.name}</option>)}
        </select></label>
        {others.length > 0 && (
          <details><summary>{t.unavailable}</summary><ul class="models">{others.map((model) => <li key={model.name}><b>{model.name}</b> {model.what}. {model.why}</li>)}</ul></details>
        )}
      </div>
    </Popover>
  );
}

/** One grey line: what it costs, or why it cannot be made. */
function Line({ current, fresh, prompt }) {
  let text = "", kind = "";
  if (!prompt.trim()) text = t.start;
  else if (!fresh || !current) text = current && current.prompt.trim() ? "" : t.reading;
  else if (current.problem) { text = current.problem; kind = "problem"; }
  else if (current.noObject) text = t.noObject;
  else if (current.cost?.shortage) { text = current.cost.shortage; kind = "problem"; }
  else if (current.cost) {
    const time = current.cost.seconds ? fill(t.cost, { time: duration(current.cost.seconds) }) : "";
    text = [time, current.cost.ahead ? fill(t.ahead, { n: current.cost.ahead }) : ""].filter(Boolean).join(" \u00b7 ");
  }
  const more = current?.cost ? fill(t.memory, { memory: current.cost.memory, disk: current.cost.disk }) : undefined;
  return <span class={`promptline ${kind}`} aria-live="polite" title={kind ? text : more}>{text}</span>;
}

/** Where no run tells the time a few steps do, when somebody asks for it. */
function Measure({ current, fresh }) {
  const cost = fresh ? current?.cost : null;
  const asking = Boolean(cost?.measuring);
  useEffect(() => {
    if (!asking) return undefined;
    const timer = setInterval(async () => {
      const key = JSON.stringify(settingsOf(address.value));
      const answer = await attempt(() => get("/prompt", settingsOf(address.value)));
      if (answer && key === JSON.stringify(settingsOf(address.value))) reading.value = { ...answer, key, prompt: address.value.prompt };
    }, 1000);
    return () => clearInterval(timer);
  }, [asking]);
  if (!cost || cost.seconds || cost.measured) return cost?.measured && !cost.seconds ? <span class="promptline" title={cost.measured}>{cost.measured}</span> : null;
  const start = async () => {
    await attempt(() => post("/prompt/measure", settingsOf(address.value)));
    reading.value = { ...current, cost: { ...cost, measuring: true } };
  };
  return <button type="button" class="textlink" disabled={asking} onClick={start}>{asking ? t.measuring : t.measure}</button>;
}

/** What there is to begin with instead of a prompt that names no known object: [text, prompt]. */
export function starts(current) {
  const nearest = (current.unknown || []).flatMap(({ nearest: others }) => others.slice(0, 3).map((other) => [other.word, other.prompt]));
  return [...nearest, ...(current.suggestions || []).map((each) => [each, each])].slice(0, 6);
}

/** Suggestions, other words for unknown ones, and what is ignored. */
function Chips({ current, fresh, prompt, take }) {
  // Examples are for an empty stage; over a result they would be in its way.
  const looking = address.value.run || address.value.job || address.value.batch || address.value.compare || address.value.example || address.value.file;
  if (!current || (!prompt.trim() && looking) || offered.value) return <div class="chips" />;
  if (current.noObject) {
    return (
      <div class="chips" role="group" aria-label={t.suggestions}>
        {starts(current).map(([text, other]) => <button type="button" class="chip" key={other} onClick={() => take(other)}>{text}</button>)}
        <Browse />
      </div>
    );
  }
  const unknown = fresh ? current.unknown || [] : [];
  return (
    <div class="chips" role="group" aria-label={prompt.trim() ? t.suggestions : t.examples}>
      {unknown.map(({ word, nearest }) => (
        <span class="chip note" key={`u-${word}`} title={fill(t.ignored, { word })}>
          {fill(t.ignoredShort, { word })}
          {nearest.slice(0, 2).map((other) => <button type="button" key={other.word} onClick={() => take(other.prompt)}>{other.word}</button>)}
        </span>
      ))}
      {fresh && (current.assumed || []).map(({ word, as }) => <span class="chip note" key={`a-${word}`}>{fill(t.readAs, { word, as })}</span>)}
      {fresh && (current.notes || []).map((note) => <span class="chip note" key={note}>{note}</span>)}
      {(current.suggestions || []).slice(0, 6).map((each) => <button type="button" class="chip" key={each} onClick={() => take(each)}>{each}</button>)}
    </div>
  );
}

/** To all words that the model knows. */
export const Browse = () => <button type="button" class="chip link" onClick={() => go({ view: "words" })}>{fill(t.browse, { n: count(choices.value?.objects || 0) })}</button>;

/** Fills the prompt and its settings with those of a run. */
export function use(run) {
  look({ prompt: run.prompt, preset: ["draft", "standard", "fine"].includes(run.preset) ? run.preset : "draft", seed: run.seed, negative: run.negative || "", steps: "0", variations: "1" });
}

