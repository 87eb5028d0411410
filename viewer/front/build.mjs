// Bundles the front end into ../static: `npm run build`. Nothing in it is loaded from anywhere else.
import { build } from "esbuild";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";

const STATIC = "../static";

/** The texts of the front end in English, from the catalogue. */
const english = Object.fromEntries(
  readFileSync("../../jobs/config/texts/en.txt", "utf8").split("\n").filter((line) => line.startsWith("ui."))
    .map((line) => { const at = line.indexOf("="); return [line.slice(0, at).trim(), line.slice(at + 1).trim()]; }),
);
writeFileSync("texts.js", `// Made from jobs/config/texts/en.txt by the build.\nexport const english = ${JSON.stringify(english, null, 2)};\n`);
const common = {
  bundle: true,
  minify: true,
  target: "es2022",
  legalComments: "inline",
  jsx: "automatic",
  jsxImportSource: "preact",
  logLevel: "warning",
};

await build({ ...common, entryPoints: ["stage.jsx"], format: "esm", outfile: `${STATIC}/stage.js`, loader: { ".css": "text" } });
await build({ ...common, entryPoints: ["share.jsx"], format: "iife", outfile: `${STATIC}/share_viewer.js`, loader: { ".css": "text" } });

const FONTS = {
  "bricolage-grotesque": "bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2",
  "instrument-sans": "instrument-sans/files/instrument-sans-latin-wght-normal.woff2",
};
for (const [name, file] of Object.entries(FONTS)) {
  copyFileSync(`node_modules/@fontsource-variable/${file}`, `${STATIC}/${name}.woff2`);
}
const licence = (name, path) => `${name}\n${"=".repeat(name.length)}\n\n${readFileSync(`node_modules/${path}/LICENSE`, "utf8").trim()}\n`;
writeFileSync(
  `${STATIC}/licences.txt`,
  [
    licence("three.js", "three"),
    licence("Preact", "preact"),
    licence("Preact Signals", "@preact/signals"),
    licence("Bricolage Grotesque", "@fontsource-variable/bricolage-grotesque"),
    licence("Instrument Sans", "@fontsource-variable/instrument-sans"),
  ].join("\n\n"),
);
