// Every text of the front end, by what it is for: the keys "ui...." of jobs/config/texts, one file a language. English is
// built in (texts.js is made from en.txt by the build); another language comes from the server before the first paint.
import { english } from "./texts.js";

const CHOSEN = "bozzetto-language";

/** The texts as a tree; parts of it may be kept, since another language is put into the same tree. */
export const copy = { language: "en" };

function put(texts) {
  for (const [key, text] of Object.entries(texts)) {
    const path = key.split(".").slice(1);
    let place = copy;
    path.forEach((name, n) => {
      if (n === path.length - 1) place[name] = text;
      else place = place[name] ??= /^\d+$/.test(path[n + 1]) ? [] : {};
    });
  }
}

put(english);

/** A text with its places filled in. */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** Takes the language that was chosen, else the browser's, before anything is shown. */
export async function loadLanguage(get) {
  const wanted = localStorage.getItem(CHOSEN) || navigator.language || "en";
  if (wanted.startsWith("en")) return;
  try {
    const { language, texts } = await get("/texts", { locale: wanted });
    put(texts);
    copy.language = language;
  } catch { /* English is there. */ }
}

/** Another language, by a new start of the page: texts are read where they are used. */
export function setLanguage(code) {
  localStorage.setItem(CHOSEN, code);
  location.reload();
}
