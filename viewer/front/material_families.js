// Materials, states and patterns by kind and family, for the page of words and for panels.
const KIND_OF = { states: "states", patterns: "patterns" };
const KINDS = ["materials", "patterns", "states"];

/** Entries whose names hold what is searched for: [kind, [family, entries][]][]; a kind without any is left out. */
export function byFamily(entries, wanted = "") {
  const kinds = new Map(KINDS.map((kind) => [kind, new Map()]));
  for (const entry of entries) {
    if (wanted && ![entry.word, ...entry.others].some((name) => name.includes(wanted))) continue;
    const families = kinds.get(KIND_OF[entry.family] || "materials");
    if (!families.has(entry.family)) families.set(entry.family, []);
    families.get(entry.family).push(entry);
  }
  return [...kinds].map(([kind, families]) => [kind, [...families]]).filter(([, families]) => families.length);
}
