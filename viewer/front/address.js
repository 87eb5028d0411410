// Where one is, in the address of the page: what is looked at, the prompt, settings, filters, compared runs and camera.
// Going somewhere is a step that Back undoes; typing, filtering and turning replace the step that one is at.
import { signal } from "@preact/signals";
import { DEFAULTS, parse, serialise } from "./address_text.js";

const PLACES = ["view", "run", "job", "batch", "compare", "example", "file"];
/** Of what is looked at, and dropped when that changes. */
const OF_PLACE = ["cam", "level", "split"];

export const address = signal(parse(typeof location === "undefined" ? "" : location.search));

/** Changes a part of the address; a change of place is a new step of the history. */
export function go(patch, { replace = false } = {}) {
  const before = address.value;
  const values = { ...before };
  for (const [key, value] of Object.entries(patch)) values[key] = String(value ?? DEFAULTS[key]);
  const moved = PLACES.some((key) => values[key] !== before[key]);
  if (moved) for (const key of OF_PLACE) if (!(key in patch)) values[key] = DEFAULTS[key];
  const search = serialise(values);
  if (search === serialise(before)) return;
  address.value = values;
  const url = `${location.pathname}${search}`;
  if (moved && !replace) history.pushState(null, "", url);
  else history.replaceState(null, "", url);
}

/** Goes to a result, a job or a set of them; everything else that was looked at is left. */
export function look(place, options) {
  go({ view: "make", run: "", job: "", batch: "", compare: "", example: "", file: "", panel: "", ...place }, options);
}

export function follow() {
  const changed = () => { address.value = parse(location.search); };
  window.addEventListener("popstate", changed);
  return () => window.removeEventListener("popstate", changed);
}
