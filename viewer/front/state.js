// What the page knows: the server's jobs and runs, what is offered, and what has just been said.
import { batch, computed, signal } from "@preact/signals";
import { get, listen, post } from "./api.js";
import { address, look } from "./address.js";
import { copy, fill } from "./copy.js";

export const choices = signal(null);
export const jobs = signal([]);
export const runs = signal([]);
export const runsTotal = signal(null);
export const runsStamp = signal("");
/** Runs whose stars or tags have just changed, here or in another tab: by name. */
export const marks = signal(new Map());
export const connected = signal(true);
export const workerProblem = signal("");
export const toasts = signal([]);
/** The mesh that was opened last: { name, kind, data, key }; shown where the address names it. */
export const opened = signal(null);
export const theme = signal(localStorage.getItem("bozzetto-theme") || "system");

export const OPEN = ["queued", "running", "paused"];
export const openJobs = computed(() => jobs.value.filter((job) => OPEN.includes(job.status)));
export const busy = computed(() => jobs.value.some((job) => job.status === "running" || job.status === "queued"));

let lastToast = 0;

/** Says something for a while; `action` is { label, run }. */
export function say(text, { kind = "info", action = null, seconds = 7 } = {}) {
  const id = ++lastToast;
  toasts.value = [...toasts.value.slice(-2), { id, text, kind, action }];
  setTimeout(() => hush(id), seconds * 1000);
  return id;
}

export const hush = (id) => { toasts.value = toasts.value.filter((toast) => toast.id !== id); };

/** Carries something out; what goes wrong is said. Returns undefined then. */
export async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    if (error.name !== "AbortError") say(error.message, { kind: "error", seconds: 12 });
    return undefined;
  }
}

/** Starts jobs by a route, and goes to see them form. */
export async function begin(path, body) {
  const made = await attempt(() => post(path, body));
  if (!made) return;
  askToNotify();
  // The events tell of them within a second; until then the page would say that there are none.
  const known = new Set(jobs.value.map((job) => job.id));
  jobs.value = [...jobs.value, ...made.jobs.filter((job) => !known.has(job.id))];
  if (made.batch) look({ batch: made.batch });
  else look({ job: made.jobs[0].id });
}

export async function loadRuns() {
  const page = await attempt(() => get("/runs", { limit: 40 }));
  if (page) batch(() => { runs.value = page.runs; runsTotal.value = page.total; });
}

/** Connects to the server; returns what ends it. */
export function connect() {
  attempt(async () => { choices.value = await get("/choices"); });
  loadRuns();
  return listen({
    busy: () => busy.value,
    state: (now) => {
      const before = jobs.value;
      batch(() => { jobs.value = now.jobs; workerProblem.value = now.problem; });
      if (before.length) announce(before, now.jobs);
      if (runsStamp.value && runsStamp.value !== now.runs) loadRuns();
      runsStamp.value = now.runs;
    },
    jobs: ({ changed, order }) => {
      const before = jobs.value;
      const known = new Map([...before, ...changed].map((job) => [job.id, job]));
      jobs.value = (order || before.map((job) => job.id)).map((id) => known.get(id)).filter(Boolean);
      announce(before, jobs.value);
    },
    marks: ({ changed }) => {
      const marked = new Map(changed.map((row) => [row.name, row]));
      batch(() => {
        marks.value = marked;
        runs.value = runs.value.map((run) => (marked.has(run.name) ? { ...run, ...marked.get(run.name) } : run));
      });
    },
    runs: ({ stamp }) => { runsStamp.value = stamp; loadRuns(); },
    problem: ({ problem }) => { workerProblem.value = problem; },
  }, (isOpen) => { connected.value = isOpen; });
}

/**
 * What this page itself has changed is read again at once. The server tells of a change by its stamp, which is what it was
 * where the change has just been taken back.
 */
export function runsChanged() {
  runsStamp.value += " ";
  loadRuns();
}

// Notifications.

export const notifies = signal(localStorage.getItem("bozzetto-notify") === "yes");

export async function setNotifies(wanted) {
  if (wanted && "Notification" in window && Notification.permission === "default") await Notification.requestPermission();
  notifies.value = wanted && "Notification" in window && Notification.permission === "granted";
  localStorage.setItem("bozzetto-notify", notifies.value ? "yes" : "no");
}

/** Asks once, right after somebody has started something, which is when the answer makes sense. */
function askToNotify() {
  if (!("Notification" in window) || Notification.permission !== "default" || localStorage.getItem("bozzetto-notify")) return;
  localStorage.setItem("bozzetto-notify", "asked");
  say(copy.settings.notify, { seconds: 15, action: { label: "OK", run: () => setNotifies(true) } });
}

export const unseen = signal(0);

function announce(before, now) {
  const statuses = new Map(before.map((job) => [job.id, job.status]));
  for (const job of now) {
    const was = statuses.get(job.id);
    if (!was || was === job.status || !["done", "failed"].includes(job.status)) continue;
    const text = job.status === "done" ? fill(copy.done, { prompt: job.prompt }) : `${copy.stage.failed} ${job.prompt}`;
    const place = address.value;
    const watched = place.view === "make" && (place.job === String(job.id) || (place.run && place.run === job.run) || (place.batch && place.batch === job.batch));
    if (document.hidden) {
      unseen.value += 1;
      if (notifies.value && "Notification" in window && Notification.permission === "granted") {
        const note = new Notification("bozzetto", { body: text, tag: `bozzetto-${job.id}` });
        note.onclick = () => { window.focus(); look({ run: job.run }); };
      }
    } else if (!watched) {
      say(text, { kind: job.status === "done" ? "done" : "error", action: job.run ? { label: copy.inspector.tabs[0], run: () => look({ run: job.run }) } : null });
    }
  }
}

export const jobOfRun = (name) => jobs.value.find((job) => job.run === name && OPEN.includes(job.status)) || null;
