// Materials, states and patterns as balls: pictures of one sheet, a click takes the word.
import { useEffect, useState } from "preact/hooks";
import { get } from "./api.js";
import { copy } from "./copy.js";
import { byFamily } from "./material_families.js";
import { attempt } from "./state.js";
import { useRoving } from "./ui.jsx";

const t = copy.materials;
let asked = null;

/** What the server lists, asked for once: { sheet, columns, rows, entries }, or null before. */
export function useMaterials() {
  const [list, setList] = useState(null);
  useEffect(() => {
    asked ||= attempt(() => get("/materials"));
    asked.then((found) => { if (found) setList(found); else asked = null; });
  }, []);
  return list;
}

/** Balls with their words, family by family. */
export function Swatches({ list, families, onPick, large = false }) {
  const roving = useRoving(".swatch-ball");
  return (
    <div class={`swatches ${large ? "large" : ""}`} {...roving}>
      {families.map(([family, entries]) => (
        <section key={family} aria-label={t.families[family]}>
          {!(large && families.length === 1) && <h3>{t.families[family]}</h3>}
          <ul>
            {entries.map((entry) => (
              <li key={entry.word}>
                <button type="button" class="swatch-ball" title={[entry.word, ...entry.others].join(", ")} onClick={() => onPick(entry.word)}>
                  <Ball list={list} tile={entry.tile} /><span>{entry.word}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Ball({ list, tile }) {
  const x = tile % list.columns, y = Math.floor(tile / list.columns);
  return <i style={{
    backgroundImage: `url("${list.sheet}")`,
    backgroundSize: `${100 * list.columns}% ${100 * list.rows}%`,
    backgroundPosition: `${100 * x / (list.columns - 1)}% ${100 * y / (list.rows - 1)}%`,
  }} />;
}

/** All of them with a box to search, for a panel. */
export function MaterialPanel({ onPick }) {
  const list = useMaterials();
  const [wanted, setWanted] = useState("");
  if (!list) return <p class="quiet">{t.loading}</p>;
  const found = byFamily(list.entries, wanted.trim().toLowerCase()).flatMap(([, families]) => families);
  return (
    <div class="material-panel">
      <input type="search" aria-label={t.search} placeholder={t.search} value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
      {found.length ? <Swatches list={list} families={found} onPick={onPick} /> : <p class="quiet">{t.none}</p>}
    </div>
  );
}
