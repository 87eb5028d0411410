// The address as values and as text; what has its default is left out.
export const DEFAULTS = {
  view: "make", run: "", job: "", batch: "", compare: "", example: "", file: "", panel: "",
  prompt: "", preset: "draft", seed: "0", variations: "1", steps: "0", negative: "", model: "embedded",
  search: "", tags: "", stars: "0", state: "all", sort: "newest", word: "", kind: "", colour: "",
  cam: "", shading: "lit", level: "full", split: "",
};
export function parse(search) {
  const query = new URLSearchParams(search);
  const values = { ...DEFAULTS };
  for (const key of Object.keys(DEFAULTS)) if (query.has(key)) values[key] = query.get(key);
  return values;
}

export function serialise(values) {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) {
    if (key in DEFAULTS && String(value) !== DEFAULTS[key]) query.set(key, value);
  }
  const text = query.toString();
  return text ? `?${text}` : "";
}
