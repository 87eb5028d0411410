// The server's routes.
const ROOT = "/_bozzetto/api";

export const url = (path, query = {}) => {
  const text = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== "" && value !== undefined && value !== null)).toString();
  return `${ROOT}${path}${text ? `?${text}` : ""}`;
};

export const runPath = (name) => `/runs/${encodeURIComponent(name)}`;

export class ApiError extends Error {
  constructor(message, status) { super(message); this.status = status; }
}

async function answerOf(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(body.error || `${response.status} ${response.statusText}`, response.status);
  return body;
}

/** Reads JSON. `signal` ends it. */
export async function get(path, query, signal) {
  return answerOf(await fetch(url(path, query), { signal, headers: { Accept: "application/json" } }));
}

/** Changes something; `body` is sent as JSON. */
export async function post(path, body = {}) {
  return answerOf(await fetch(url(path), { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }));
}

/** Follows the server's events: handlers by name. Ends by the function that it returns. */
export function listen(handlers, onState) {
  let source = null, timer = 0;
  const open = () => {
    source = new EventSource(url("/events"));
    source.onopen = () => onState(true);
    source.onerror = () => onState(source.readyState === EventSource.OPEN);
    for (const [name, handle] of Object.entries(handlers)) {
      source.addEventListener(name, (event) => handle(JSON.parse(event.data)));
    }
  };
  const close = () => { source?.close(); source = null; };
  // A hidden tab holds a connection only while something is being made, since browsers allow few to one server.
  const watch = () => {
    clearTimeout(timer);
    if (!document.hidden) { if (!source) open(); } else timer = setTimeout(() => { if (!handlers.busy?.()) close(); }, 60_000);
  };
  open();
  document.addEventListener("visibilitychange", watch);
  return () => { close(); clearTimeout(timer); document.removeEventListener("visibilitychange", watch); };
}
