// All runs: found, rated, tagged, compared, deleted. Only the rows that are seen are in the page.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { address, go, look } from "./address.js";
import { get, post, runPath, url } from "./api.js";
import { copy, fill } from "./copy.js";
import { count, when } from "./format.js";
import { remove } from "./inspector.jsx";
import { use } from "./prompt_bar.jsx";
import { Examples } from "./center.jsx";
import { attempt, loadRuns, marks, runsStamp, say } from "./state.js";
import { Button, Dialog, Popover, Segments, Stars, Thumb } from "./ui.jsx";
import { Icon } from "./icons.jsx";
import { GAP, MIN_CARD, neighbour, visibleRows } from "./rows.js";

const t = copy.library;
const PAGE = 60;
const SORTS = ["newest", "oldest", "stars", "score", "prompt", "quickest"];
const STATES = ["all", "done", "unfinished", "damaged"];

export function Library() {
  const place = address.value;
  const filters = { search: place.search, tags: place.tags, stars: place.stars, state: place.state, sort: place.sort };
  const key = JSON.stringify(filters);
  const [pages, setPages] = useState({ key: "", rows: [], total: null, tags: [], everything: null });
  const [selected, setSelected] = useState([]);
  const [bin, setBin] = useState(false);
  const asked = useRef(new Set());
  const load = async (n, fresh = false) => {
    if (asked.current.has(`${key}/${n}`) && !fresh) return;
    asked.current.add(`${key}/${n}`);
    const page = await attempt(() => get("/runs", { ...filters, offset: n * PAGE, limit: PAGE }));
    if (!page || JSON.stringify(filtersOf(address.value)) !== key) return;
    setPages((old) => {
      const rows = old.key === key ? [...old.rows] : [];
      rows.length = page.total;
      page.runs.forEach((run, m) => { rows[n * PAGE + m] = run; });
      return { key, rows, total: page.total, tags: page.tags, notice: page.notice };
    });
  };
  useEffect(() => {
    const timer = setTimeout(() => { asked.current = new Set(); load(0, true); }, pages.key && pages.key !== key ? 180 : 0);
    return () => clearTimeout(timer);
  }, [key, runsStamp.value]);
  const filtered = place.search || place.tags || place.stars !== "0" || place.state !== "all";
  const toggle = (name) => setSelected((old) => (old.includes(name) ? old.filter((other) => other !== name) : [...old, name]));
  return (
    <main class="page library" data-ready={String(pages.total !== null)}>
      <h1>{copy.nav.library}</h1>
      <div class="filters" role="search">
        <label class="searchbox"><Icon name="search" size={16} /><input type="search" aria-label={t.search} placeholder={t.searchHint} value={place.search} onInput={(event) => go({ search: event.currentTarget.value })} /></label>
        <Segments small label={t.status} value={place.state} onChange={(state) => go({ state })} options={STATES.map((each) => [each, t[each]])} />
        <select aria-label={copy.inspector.stars} value={place.stars} onChange={(event) => go({ stars: event.currentTarget.value })}><option value="0">{t.any}</option>{[1, 2, 3, 4, 5].map((n) => <option key={n} value={n}>{fill(t.atLeast, { n })}</option>)}</select>
        <select aria-label={t.sort} value={place.sort} onChange={(event) => go({ sort: event.currentTarget.value })}>{SORTS.map((each) => <option key={each} value={each}>{t[each]}</option>)}</select>
        <span class="grow" />
        <Button icon="bin" label={t.bin} small kind="ghost" onClick={() => setBin(true)} />
      </div>
      {pages.tags.length > 0 && (
        <div class="collections" role="group" aria-label={t.collections}>
          {pages.tags.slice(0, 24).map((tag) => {
            const chosen = place.tags.split(",").filter(Boolean);
            const on = chosen.includes(tag);
            return <button type="button" class={`chip ${on ? "on" : ""}`} aria-pressed={String(on)} key={tag} onClick={() => go({ tags: (on ? chosen.filter((other) => other !== tag) : [...chosen, tag]).join(",") })}>{tag}</button>;
          })}
        </div>
      )}
      <p class="quiet count-line" aria-live="polite">{pages.total === null || (!pages.total && !filtered) ? "" : pages.total === 1 ? t.one : fill(t.count, { n: count(pages.total) })}{filtered && <button type="button" class="textlink" onClick={() => go({ search: "", tags: "", stars: "0", state: "all" })}>{t.clear}</button>}</p>
      {pages.notice && <p class="quiet">{pages.notice}</p>}
      {pages.total === 0 && (filtered ? <p class="message-line">{t.noMatch}</p> : <EmptyLibrary />)}
      {pages.total > 0 && <Cards pages={pages} load={load} selected={selected} toggle={toggle} refresh={() => load(0, true)} />}
      {selected.length > 0 && <SelectionBar selected={selected} clear={() => setSelected([])} done={() => { setSelected([]); asked.current = new Set(); load(0, true); }} />}
      {bin && <Bin onClose={() => { setBin(false); asked.current = new Set(); load(0, true); loadRuns(); }} />}
    </main>
  );
}

const filtersOf = (place) => ({ search: place.search, tags: place.tags, stars: place.stars, state: place.state, sort: place.sort });

function EmptyLibrary() {
  return <div class="welcome inline"><p class="welcome-title">{t.empty}</p><p class="quiet">{t.emptyText}</p><Examples /></div>;
}

function Cards({ pages, load, selected, toggle, refresh }) {
  const root = useRef(null);
  const [view, setView] = useState({ width: 800, height: 800, scroll: 0 });
  useLayoutEffect(() => {
    const scroller = root.current.closest(".page");
    const measure = () => setView({ width: root.current.clientWidth, height: scroller.clientHeight, scroll: Math.max(0, scroller.scrollTop - root.current.offsetTop) });
    measure();
    scroller.addEventListener("scroll", measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(root.current);
    return () => { scroller.removeEventListener("scroll", measure); observer.disconnect(); };
  }, []);
  const { columns, row, rows, first, last } = visibleRows({ ...view, total: pages.total, minCard: view.width < 520 ? 140 : MIN_CARD });
  const [at, setAt] = useState(-1);
  const from = first * columns, to = Math.min(pages.total, last * columns);
  useEffect(() => { for (let n = Math.floor(from / PAGE); n * PAGE < to; n++) load(n); }, [from, to, pages.key]);
  // One card is a stop for Tab, with what is on it; arrow keys go from card to card.
  const stop = at >= from && at < to ? at : from;
  const onKeyDown = (event) => {
    if (!event.target.matches(".result-open") || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = neighbour(event.key, stop, pages.total, columns);
    const card = next !== null && root.current.querySelector(`[data-at="${next}"] .result-open`);
    if (!card) return;
    event.preventDefault();
    card.focus();
  };
  const shown = [];
  for (let n = from; n < to; n++) shown.push(pages.rows[n] || null);
  return (
    <div class="cards-space" ref={root} style={{ height: `${rows * row}px` }}>
      <ul class="library-grid" onKeyDown={onKeyDown} onFocusIn={(event) => setAt(Number(event.target.closest("li")?.dataset.at ?? -1))} style={{ gridTemplateColumns: `repeat(${columns}, 1fr)`, transform: `translateY(${first * row}px)` }}>
        {shown.map((run, n) => <li key={run ? run.name : `gap-${from + n}`} data-at={from + n} style={{ height: `${row - GAP}px` }}>{run ? <Card run={run} stop={from + n === stop} on={selected.includes(run.name)} toggle={toggle} refresh={refresh} /> : <span class="card-gap" />}</li>)}
      </ul>
    </div>
  );
}

function Card({ run, on, toggle, stop }) {
  const tabIndex = stop ? 0 : -1;
  const [stars, setStars] = useState(run.stars);
  useEffect(() => setStars(run.stars), [run.stars]);
  const mark = marks.value.get(run.name);
  useEffect(() => { if (mark) setStars(mark.stars); }, [mark]);
  const rate = async (n) => {
    const before = stars;
    setStars(n);
    if (!(await attempt(() => post(`${runPath(run.name)}/stars`, { stars: n })))) setStars(before);
  };
  const name = run.prompt || run.name;
  const state = run.status === "done" ? "" : t[run.status] || run.status;
  return (
    <article class={`result ${on ? "selected" : ""} ${run.status}`}>
      <button type="button" class="result-open" tabIndex={tabIndex} aria-label={[fill(t.open, { prompt: name }), state].filter(Boolean).join(", ")} onClick={() => look({ run: run.name })}><Thumb run={run} />{state && <span class="badge">{state}</span>}</button>
      <label class="result-select"><input type="checkbox" checked={on} tabIndex={tabIndex} aria-label={fill(t.select, { prompt: name })} onChange={() => toggle(run.name)} /></label>
      <div class="result-text"><span class="result-name" title={name}>{name}</span>
        <span class="quiet" title={run.tags.join(", ")}>{[when(run.created), copy.prompt[run.preset] || run.preset, ...run.tags].join(" \u00b7 ")}</span>
        <span class="result-row"><Stars small value={stars} onChange={rate} stop={stop} name={`stars-${run.name}`} /><Button icon="sliders" label={copy.inspector.use} bare small tabIndex={tabIndex} onClick={() => use(run)} /></span></div>
    </article>
  );
}

function SelectionBar({ selected, clear, done }) {
  return (
    <div class="selection" role="toolbar" aria-label={fill(t.selected, { n: selected.length })}>
      <b>{fill(t.selected, { n: selected.length })}</b>
      <Button icon="compare" label={t.compare} small disabled={selected.length < 2 || selected.length > 4} onClick={() => look({ compare: selected.join(",") })} />
      <Popover icon="tag" label={t.tag} bare={false} small side="above">
        {(close) => <form class="form" onSubmit={async (event) => {
          event.preventDefault();
          const tag = new FormData(event.currentTarget).get("tag");
          if (await attempt(() => post("/runs/tag", { runs: selected, tag }))) { close(); done(); }
        }}><label><span>{copy.inspector.addTag}</span><input name="tag" type="text" required maxLength={32} /></label><Button kind="primary" type="submit" label={t.tag} /></form>}
      </Popover>
      <a class="button small" href={url("/zip", { runs: selected.join(",") })} download><Icon name="download" size={16} /><span>{t.zip}</span></a>
      <Button icon="bin" label={t.delete} small onClick={async () => { if (await remove(selected)) done(); }} />
      <Button icon="close" label={t.clearSelection} bare small onClick={clear} />
    </div>
  );
}

function Bin({ onClose }) {
  const [binned, setBinned] = useState(null);
  const [sure, setSure] = useState(false);
  const load = () => attempt(async () => setBinned((await get("/bin")).runs));
  useEffect(() => { load(); }, []);
  if (!binned) return null;
  return (
    <Dialog title={t.bin} onClose={onClose} footer={binned.length > 0 && (
      sure
        ? <><span class="grow">{fill(t.sure, { n: binned.length })}</span><Button label={copy.cancel} onClick={() => setSure(false)} /><Button kind="danger" icon="bin" label={t.purge} onClick={async () => { await attempt(() => post("/bin/purge", { runs: binned.map((run) => run.name) })); setSure(false); load(); }} /></>
        : <><span class="grow" /><Button icon="bin" kind="ghost danger" label={t.emptyBin} onClick={() => setSure(true)} /></>
    )}>
      {binned.length === 0 ? <p class="quiet">{t.binEmpty}</p> : (
        <ul class="binned">{binned.map((run) => <li key={run.name}><span><b>{run.prompt || run.name}</b><small class="quiet">{when(run.deleted)}</small></span><Button icon="undo" label={t.restore} small onClick={async () => { await attempt(() => post("/bin/restore", { runs: [run.name] })); say(`${t.restore}: ${run.prompt || run.name}`); load(); }} /></li>)}</ul>
      )}
    </Dialog>
  );
}
