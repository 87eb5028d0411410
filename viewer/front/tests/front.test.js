// Pure parts of the front end: `npm test`, or `node --test tests/`.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DEFAULTS, parse, serialise } from "../address_text.js";
import { copy, fill } from "../copy.js";
import { bytes, count, duration, ordinal, shortHashes } from "../format.js";
import { jobText } from "../job_text.js";
import { byFamily } from "../material_families.js";
import { neighbour, visibleRows } from "../rows.js";
import { cells, partAround } from "../viewer/layout.js";
import { byKind, KINDS, OTHER } from "../word_kinds.js";
import { bestUnit, formatLength, gridStep } from "../viewer/units.js";

test("an address comes back from its text, and defaults are not in it", () => {
  assert.equal(serialise(DEFAULTS), "");
  const values = { ...DEFAULTS, prompt: "a cat & \u732b on 100 %", run: "20260101-x", cam: "1,2,3,0,0,0", seed: "7" };
  assert.deepEqual(parse(serialise(values)), values);
  assert.deepEqual(parse("?token=x&__proto__=y&view=library"), { ...DEFAULTS, view: "library" });
});

test("numbers for people", () => {
  assert.deepEqual([0.2, 40, 54, 59, 170, 3600, 3900, null].map(duration), ["1 s", "40 s", "54 s", "1 min", "3 min", "1 h", "1 h 5 min", ""]);
  assert.deepEqual([12, 340_000, 2_140_000, 3e9].map(bytes), ["12 B", "340 kB", "2.1 MB", "3.0 GB"]);
  assert.deepEqual([1, 2, 3, 4, 11, 12, 13, 21, 112].map((n) => ordinal(n)), ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th"]);
  assert.equal(count(20000), "20,000");
  assert.equal(shortHashes(`a.safetensors@${"0123abcd".repeat(8)}`), "a.safetensors@0123abcd\u2026");
  assert.equal(shortHashes("seed 12345678, deadbeef"), "seed 12345678, deadbeef");
});

test("lengths from a millimetre to a kilometre", () => {
  assert.deepEqual([0.001, 0.02, 0.9, 1, 1000].map(bestUnit), ["mm", "cm", "cm", "m", "m"]);
  assert.equal(formatLength(0.001, "mm"), "1 mm");
  assert.equal(formatLength(0.1234, "cm"), "12.3 cm");
  assert.equal(formatLength(1000, "m"), "1,000 m");
  assert.deepEqual([0.0012, 0.9, 1000].map(gridStep), [0.001, 0.1, 1000]);
});

test("a part of the page holds a box, and stays while it does", () => {
  const holds = ([x, y, w, h], [left, top, right, bottom]) => x <= left && y <= top && x + w >= right && y + h >= bottom;
  const box = [300.4, 200.2, 500.7, 420.9], part = partAround(box, 1024, 768);
  assert.ok(holds(part, box) && part[2] < 300 && part.every(Number.isInteger));
  const moved = box.map((value) => value + 9);
  assert.equal(partAround(moved, 1024, 768, part), part, "no other one for a few pixels");
  const far = box.map((value) => value + 90);
  assert.ok(holds(partAround(far, 1024, 768, part), far));
  assert.notEqual(partAround(box, 1024, 768, [0, 0, 1024, 768]), part, "a much larger one is not kept");
  assert.ok(partAround(box, 1024, 768, [0, 0, 1024, 768])[2] < 300);
  assert.notDeepEqual(partAround(box, 400, 768, part), part, "nor one that the page no longer has");
  assert.deepEqual(partAround([-5000, -4000, 9000, 8000], 390, 700), [0, 0, 390, 700], "no larger than the page");
  for (const away of [[-900, -900, -700, -700], [4000, 10, 5000, 20]]) {
    const [x, y, w, h] = partAround(away, 390, 700);
    assert.ok(w >= 1 && h >= 1 && x >= 0 && y >= 0 && x + w <= 390 && y + h <= 700, "what is not on the page has a part all the same");
  }
});

test("cells cover the view without overlap", () => {
  for (const n of [1, 2, 3, 4]) {
    for (const [w, h] of [[800, 600], [390, 700], [1600, 400]]) {
      const area = cells(n, w, h).slice(0, n).reduce((sum, [, , a, b]) => sum + a * b, 0);
      assert.ok(area <= w * h + 1e-6 && area >= (n === 3 ? 0.74 : 0.99) * w * h);
    }
  }
});

test("only rows that are seen are in the page", () => {
  const all = visibleRows({ width: 1200, height: 800, scroll: 0, total: 100_000 });
  assert.ok(all.columns * (all.last - all.first) < 60 && all.first === 0);
  const end = visibleRows({ width: 1200, height: 800, scroll: 1e9, total: 100_000 });
  assert.equal(end.last, end.rows);
  assert.equal(visibleRows({ width: 300, height: 700, scroll: 0, total: 3, minCard: 140 }).columns, 2);
});

test("what happens with a job, in words", () => {
  const job = { status: "running", stage: "training", step: 60, total: 120, left: 480, requested: "" };
  assert.deepEqual(jobText(job), { line: "Forming, 8 min left", detail: "Step 60 of 120" });
  assert.equal(jobText({ ...job, status: "queued", position: 2, wait: 480 }).line, "Queued: 2nd, about 8 min");
  assert.equal(jobText({ ...job, step: 0, starting: "compiling" }).line, copy.stage.compiling);
  assert.equal(jobText({ ...job, requested: "pause" }).line, copy.stage.pausing);
  assert.equal(jobText({ ...job, status: "failed", reason: "No room." }).detail, "No room.");
});

test("places of a text are filled, and others left", () => {
  assert.equal(fill("{a} of {b}", { a: 1 }), "1 of {b}");
});

test("arrow keys lead from one thing to the next in rows", () => {
  // 0 1 2
  // 3 4
  const to = (key, at) => neighbour(key, at, 5, 3);
  assert.deepEqual(["ArrowRight", "ArrowDown", "End"].map((key) => to(key, 0)), [1, 3, 4]);
  assert.equal(to("ArrowDown", 2), 4);
  assert.deepEqual([to("ArrowLeft", 0), to("ArrowUp", 1), to("ArrowRight", 4), to("ArrowDown", 3), to("Home", 0), to("x", 1)], [null, null, null, null, null, null]);
});

test("words come by their kind, and those of no kind last", () => {
  const words = ["zebra", "oak tree", "traffic cone", "apple", "no such thing"].map((name) => ({ name }));
  assert.deepEqual(byKind(words).map(([kind, list]) => [kind, list.map(({ name }) => name)]), [
    ["animals", ["zebra"]], ["plants", ["oak tree"]], ["food", ["apple"]], ["tools", ["traffic cone"]], ["other", ["no such thing"]],
  ]);
  const all = Object.values(KINDS).flatMap((list) => list.split(",").map((word) => word.trim().replace(/\s+/g, " ")));
  assert.equal(new Set(all).size, all.length, "each once");
  assert.deepEqual([...Object.keys(KINDS), OTHER].filter((kind) => !copy.words.kinds[kind]), []);
});

test("materials come by kind and family, those that are searched for alone", () => {
  const entries = [
    { word: "oak", others: ["oaken"], family: "wood" }, { word: "golden", others: ["gold"], family: "metal" },
    { word: "rusty", others: [], family: "states" }, { word: "walnut", others: [], family: "wood" }, { word: "striped", others: ["stripy"], family: "patterns" },
  ];
  assert.deepEqual(byFamily(entries).map(([kind, families]) => [kind, families.map(([family, of]) => [family, of.length])]),
    [["materials", [["wood", 2], ["metal", 1]]], ["patterns", [["patterns", 1]]], ["states", [["states", 1]]]]);
  assert.deepEqual(byFamily(entries, "gold"), [["materials", [["metal", [entries[1]]]]]]);
  assert.deepEqual(byFamily(entries, "none"), []);
});
