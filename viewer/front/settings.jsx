// Appearance, notifications, models and this machine.
import { useEffect, useState } from "preact/hooks";
import { get } from "./api.js";
import { copy, fill, setLanguage } from "./copy.js";
import { Icon } from "./icons.jsx";
import { attempt, choices, notifies, setNotifies, theme } from "./state.js";
import { Segments, Toggle } from "./ui.jsx";

const t = copy.settings;

export function setTheme(name) {
  theme.value = name;
  localStorage.setItem("bozzetto-theme", name);
  setTimeout(() => window.dispatchEvent(new Event("bozzetto-theme")), 50);
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

function Models({ models, icon }) {
  return <ul class="models">{models.map((model) => <li key={model.name} class={icon === "check" ? "" : "off"}><Icon name={icon} size={16} /><span><b>{model.name}</b><small>{capital(model.what)}{model.why && !model.available ? `. ${capital(model.why)}` : ""}</small></span></li>)}</ul>;
}

export function Settings() {
  const [values, setValues] = useState(null);
  useEffect(() => { attempt(async () => setValues(await get("/settings"))); }, []);
  const blocked = "Notification" in window && Notification.permission === "denied";
  return (
    <main class="page settings" data-ready={String(Boolean(values))}>
      <h1>{t.title}</h1>
      <section><h2>{t.look}</h2>
        <Segments label={t.look} value={theme.value} onChange={setTheme} options={["system", "light", "dark"].map((each) => [each, t[each]])} />
        {choices.value && (
          <label class="form"><span class="quiet">{t.language}</span><select aria-label={t.language} value={copy.language} onChange={(event) => setLanguage(event.currentTarget.value)}>
            {Object.entries(choices.value.languages).map(([code, name]) => <option key={code} value={code} lang={code}>{name}</option>)}
          </select></label>
        )}
        {"Notification" in window && <Toggle label={t.notify} checked={notifies.value} disabled={blocked} onChange={setNotifies} />}
        {blocked && <p class="quiet">{t.notifyOff}</p>}
      </section>
      {values && (
        <>
          <section><h2>{t.models}</h2>
            <Models models={values.models.filter((model) => model.available)} icon="check" />
            {values.models.some((model) => !model.available) && <details><summary>{copy.prompt.unavailable}</summary><Models models={values.models.filter((model) => !model.available)} icon="close" /></details>}
          </section>
          <section><h2>{t.machine}</h2>
            <dl class="facts wide"><dt>{t.version}</dt><dd>{values.version}</dd><dt>{t.folder}</dt><dd class="path">{values.folder}</dd><dt>{t.free}</dt><dd>{fill(t.freeText, { disk: values.freeDisk, memory: values.freeMemory })}</dd></dl>
            <ul class="models checks">{values.checks.map((check) => <li key={check.name} class={check.ok ? "" : check.needed ? "bad" : "off"}><Icon name={check.ok ? "check" : "close"} size={16} /><span><b>{check.name}</b> {check.result}{check.fix && <small>{check.fix}</small>}</span></li>)}</ul>
            <p class="quiet">{t.about}</p>
          </section>
        </>
      )}
    </main>
  );
}
