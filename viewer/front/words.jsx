// Every word that the model knows, as pictures; a click takes it to the prompt.
import { useEffect, useRef, useState } from "preact/hooks";
import { address, go, look } from "./address.js";
import { get, url } from "./api.js";
import { copy, fill } from "./copy.js";
import { count } from "./format.js";
import { Icon } from "./icons.jsx";
import { swatch } from "./inspector.jsx";
import { byFamily } from "./material_families.js";
import { Swatches, useMaterials } from "./materials.jsx";
import { takeMaterial } from "./prompt_bar.jsx";
import { attempt } from "./state.js";
import { useRoving } from "./ui.jsx";
import { byKind } from "./word_kinds.js";

const t = copy.words;
const TRIES = 180, AGAIN_MILLISECONDS = 700;

export function Words() {
  const place = address.value;
  const [words, setWords] = useState(null);
  const palette = useRoving("[role=radio]"), kinds = useRoving("[role=radio]"), grid = useRoving(".word");
  const list = useMaterials();
  useEffect(() => { attempt(async () => setWords(await get("/words", { colour: place.colour }))); }, [place.colour]);
  if (!words) return <main class="page words"><h1>{t.title}</h1></main>;
  if (!words.total) return <main class="page words"><h1>{t.title}</h1><p class="lead">{t.free}</p></main>;
  const wanted = place.word.trim().toLowerCase();
  const found = words.objects.filter((word) => !wanted || [word.name, ...word.aliases].some((name) => name.includes(wanted)));
  const groups = byKind(found);
  const looks = byFamily(list?.entries || [], wanted);
  const looksShown = looks.filter(([kind]) => !place.kind || place.kind === kind);
  // What is searched for is seen at one glance.
  const shown = place.kind ? groups.filter(([kind]) => kind === place.kind) : wanted && found.length ? [["", found]] : groups;
  return (
    <main class="page words" data-ready="true">
      <h1>{t.title}</h1>
      <p class="lead">{fill(t.lead, { n: count(words.total), most: words.most })}</p>
      <div class="chips examples">{words.examples.map((prompt) => <button type="button" class="chip" key={prompt} onClick={() => look({ prompt })}>{prompt}</button>)}</div>
      <div class="filters" role="search">
        <label class="searchbox"><Icon name="search" size={16} /><input type="search" aria-label={t.search} placeholder={t.search} value={place.word} onInput={(event) => go({ word: event.currentTarget.value })} /></label>
        <div class="palette" role="radiogroup" aria-label={t.colour} {...palette}>
          <button type="button" role="radio" aria-checked={String(!place.colour)} class={place.colour ? "" : "on"} onClick={() => go({ colour: "" })}><i class="none" />{t.anyColour}</button>
          {words.adjectives.map((word) => <button type="button" role="radio" aria-checked={String(place.colour === word)} class={place.colour === word ? "on" : ""} key={word} onClick={() => go({ colour: place.colour === word ? "" : word })}><i style={{ background: swatch(word) }} />{word}</button>)}
        </div>
      </div>
      <div class="chips kinds" role="radiogroup" aria-label={t.kind} {...kinds}>
        <button type="button" role="radio" class={`chip ${place.kind ? "" : "on"}`} aria-checked={String(!place.kind)} onClick={() => go({ kind: "" })}>{t.all}<small>{count(found.length)}</small></button>
        {byKind(words.objects).map(([kind]) => {
          const n = groups.find(([other]) => other === kind)?.[1].length || 0;
          return (n > 0 || place.kind === kind) && <button type="button" role="radio" key={kind} class={`chip ${place.kind === kind ? "on" : ""}`} aria-checked={String(place.kind === kind)} onClick={() => go({ kind: place.kind === kind ? "" : kind })}>{t.kinds[kind]}<small>{n}</small></button>;
        })}
        {looks.map(([kind, families]) => (
          <button type="button" role="radio" key={kind} class={`chip ${place.kind === kind ? "on" : ""}`} aria-checked={String(place.kind === kind)} onClick={() => go({ kind: place.kind === kind ? "" : kind })}>{t.kinds[kind]}<small>{families.reduce((n, [, entries]) => n + entries.length, 0)}</small></button>
        ))}
      </div>
      {shown.length === 0 && looksShown.length === 0 && <p class="message-line">{place.word ? fill(t.noMatch, { search: place.word }) : t.noneOfKind}</p>}
      <div {...grid}>
        {shown.map(([kind, list]) => (
          <section key={kind} class="word-kind" aria-label={t.kinds[kind] || t.title}>
            {!place.kind && kind && <h2>{t.kinds[kind]}</h2>}
            <ul class="word-grid">{list.map((word) => <WordCard key={word.name} word={word} />)}</ul>
          </section>
        ))}
      </div>
      {looksShown.map(([kind, families]) => (
        <section key={kind} class="word-kind" aria-label={t.kinds[kind]}>
          <h2>{t.kinds[kind]}</h2>
          <Swatches large list={list} families={families} onPick={takeMaterial} />
        </section>
      ))}
    </main>
  );
}

/** Its picture is asked for while it is near the window, since the server draws those that nobody has seen yet. */
function WordCard({ word }) {
  const root = useRef(null);
  const [picture, setPicture] = useState("");
  useEffect(() => {
    let gone = false, timer = 0, tries = 0, seen = false;
    const ask = async () => {
      if (gone || !seen) return;
      const address = url(`/words/${encodeURIComponent(word.name)}/picture`);
      const response = await fetch(address).catch(() => null);
      if (gone) return;
      if (response?.status === 200) { setPicture(URL.createObjectURL(await response.blob())); observer.disconnect(); return; }
      if ((tries += 1) < TRIES) timer = setTimeout(ask, AGAIN_MILLISECONDS);
    };
    const observer = new IntersectionObserver(([entry]) => { seen = entry.isIntersecting; clearTimeout(timer); if (seen) timer = setTimeout(ask, 60); }, { rootMargin: "150px" });
    observer.observe(root.current);
    return () => { gone = true; clearTimeout(timer); observer.disconnect(); };
  }, [word.name]);
  const { prompt } = word;
  return (
    <li ref={root}>
      <button type="button" class="word" title={[fill(t.take, { prompt }), ...word.aliases].join(", ")} onClick={() => look({ prompt })}>
        <span class={`word-picture ${picture ? "" : "pending"}`}>{picture && <img src={picture} alt="" />}</span>
        <span class="word-name">{word.name}</span>
        <span class="word-aliases">{word.aliases.slice(0, 3).join(", ") || "\u00a0"}</span>
      </button>
    </li>
  );
}
