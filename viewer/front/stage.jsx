// The front end of the workbench, mounted by Streamlit as one component over the whole page.
import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { address, follow, go, look } from "./address.js";
import { Center, details, subject, title } from "./center.jsx";
import { get } from "./api.js";
import { copy, loadLanguage } from "./copy.js";
import { Filmstrip } from "./filmstrip.jsx";
import { Icon, Mark } from "./icons.jsx";
import { hasInspector, Inspector } from "./inspector.jsx";
import { Library } from "./library.jsx";
import { PromptBar } from "./prompt_bar.jsx";
import { Settings, setTheme } from "./settings.jsx";
import { busy, connect, connected, jobs, openJobs, theme, unseen } from "./state.js";
import css from "./stage.css";
import { Button, Ring, share, Toasts } from "./ui.jsx";
import { Words } from "./words.jsx";

const VIEWS = ["make", "library", "words", "settings"];

function useTheme() {
  const [night, setNight] = useState(window.matchMedia("(prefers-color-scheme: dark)").matches);
  useEffect(() => {
    const query = window.matchMedia("(prefers-color-scheme: dark)");
    const changed = () => setNight(query.matches);
    query.addEventListener("change", changed);
    return () => query.removeEventListener("change", changed);
  }, []);
  return theme.value === "system" ? (night ? "dark" : "light") : theme.value;
}

function useTitle() {
  const place = address.value;
  const running = jobs.value.find((job) => job.status === "running");
  const name = place.view === "make" ? title(subject(place)) : copy.nav[place.view];
  useEffect(() => {
    const done = unseen.value ? `(${unseen.value}) ` : "";
    const part = running && share(running) ? `${Math.round(100 * share(running))} % ` : "";
    document.title = `${done}${part}${name} \u00b7 bozzetto`;
  }, [name, running && Math.round(100 * (share(running) || 0)), unseen.value]);
  useEffect(() => {
    const seen = () => { if (!document.hidden) unseen.value = 0; };
    document.addEventListener("visibilitychange", seen);
    return () => document.removeEventListener("visibilitychange", seen);
  }, []);
}

function App() {
  const place = address.value;
  const shade = useTheme();
  const view = VIEWS.includes(place.view) ? place.view : "make";
  useTitle();
  useEffect(connect, []);
  useEffect(follow, []);
  useEffect(() => { document.documentElement.style.colorScheme = shade; document.documentElement.dataset.bzTheme = shade; window.dispatchEvent(new Event("bozzetto-theme")); }, [shade]);
  const inspected = hasInspector(place) && details.value !== undefined;
  return (
    // Streamlit has keys of its own, which must not act while somebody types here.
    <div class={`shell view-${view} panel-${place.panel || "none"} ${inspected ? "inspected" : ""}`} data-theme={shade} onKeyDown={(event) => event.stopPropagation()}>
      <a class="skip" href="#prompt" onClick={(event) => { event.preventDefault(); event.currentTarget.getRootNode().querySelector("#prompt")?.focus(); }}>{copy.nav.skip}</a>
      <TopBar view={view} shade={shade} />
      <Center away={view !== "make"} />
      {view === "make" && <Filmstrip />}
      {view === "make" && <Inspector />}
      {view === "library" && <Library />}
      {view === "words" && <Words />}
      {view === "settings" && <Settings />}
      {view === "make" && <PromptBar />}
      <Tabs view={view} panel={place.panel} inspected={inspected} />
      <Toasts />
      {!connected.value && <p class="offline" role="alert">{copy.error}</p>}
    </div>
  );
}

function TopBar({ view, shade }) {
  const running = jobs.value.find((job) => job.status === "running");
  const waiting = openJobs.value.length;
  return (
    <header class="topbar">
      <button type="button" class="brand" onClick={() => look({})} aria-label="bozzetto"><Mark /><span>bozzetto</span></button>
      <nav aria-label={copy.menu}>
        {["make", "library", "words"].map((name) => <button type="button" key={name} class={view === name ? "on" : ""} aria-current={view === name ? "page" : undefined} onClick={() => go({ view: name })}>{copy.nav[name]}</button>)}
      </nav>
      <span class="grow" />
      {busy.value && view !== "make" && <button type="button" class="making" onClick={() => look(running?.batch ? { batch: running.batch } : running ? { job: running.id } : {})}><Ring value={running ? share(running) : 0} size={22} /><span>{running ? running.prompt : copy.nav.queue}</span>{waiting > 1 && <small>{`+${waiting - 1}`}</small>}</button>}
      <Button icon={shade === "dark" ? "sun" : "moon"} label={copy.theme} bare onClick={() => setTheme(shade === "dark" ? "light" : "dark")} />
      <Button icon="settings" label={copy.nav.settings} bare pressed={view === "settings"} onClick={() => go({ view: "settings" })} />
    </header>
  );
}

/** On a phone: what is below the viewer. */
function Tabs({ view, panel, inspected }) {
  const items = [
    ["make", "make", copy.nav.make, view === "make" && !panel, () => go({ view: "make", panel: "" })],
    ["details", "details", copy.nav.details, view === "make" && panel === "details", () => go({ view: "make", panel: panel === "details" ? "" : "details" })],
    ["queue", "queue", copy.nav.queue, view === "make" && panel === "queue", () => go({ view: "make", panel: panel === "queue" ? "" : "queue" })],
    ["library", "library", copy.nav.library, view === "library", () => go({ view: "library", panel: "" })],
    ["words", "words", copy.nav.words, view === "words", () => go({ view: "words", panel: "" })],
  ];
  return (
    <nav class="tabs" aria-label={copy.menu}>
      {items.map(([key, icon, label, on, run]) => <button type="button" key={key} class={on ? "on" : ""} aria-current={on ? "page" : undefined} disabled={key === "details" && !inspected} onClick={run}><Icon name={icon} /><span>{label}</span>{key === "queue" && openJobs.value.length > 0 && <small>{openJobs.value.length}</small>}</button>)}
    </nav>
  );
}

/** Puts the front end into its place; returns what takes it away. */
export function mount(root) {
  const style = document.createElement("style");
  style.textContent = css;
  const place = document.createElement("div");
  place.className = "bz";
  root.append(style, place);
  // What Streamlit puts around it is no stop for Tab: the first one is ours.
  for (let node = root.host || root; node; node = node.parentElement) {
    node.removeAttribute("tabindex");
    // The landmark is ours, too: of two, one inside of the other, neither says where the page's content is.
    if (node.tagName === "MAIN") node.setAttribute("role", "presentation");
  }
  let gone = false;
  loadLanguage(get).then(() => {
    if (gone) return;
    document.documentElement.lang = copy.language;
    render(<App />, place);
    document.body.classList.add("bz-ready");
  });
  return () => { gone = true; render(null, place); style.remove(); place.remove(); };
}
