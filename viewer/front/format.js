// Numbers for people.

/** Seconds as "40 s", "3 min", "1 h 5 min". */
export function duration(seconds) {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) return "";
  if (seconds < 55) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 ? `${Math.floor(minutes / 60)} h ${minutes % 60} min` : `${minutes / 60} h`;
}

/** Bytes as "340 kB", "2.1 MB". */
export function bytes(count) {
  if (count < 1000) return `${Math.round(count)} B`;
  const units = ["kB", "MB", "GB"];
  let value = count / 1000, n = 0;
  while (value >= 1000 && n < 2) { value /= 1000; n += 1; }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[n]}`;
}

/** 1st, 2nd, 3rd, 4th, 11th, 21st; in Chinese as it is there. */
export function ordinal(number, language = "en") {
  if (language.startsWith("zh")) return `\u7b2c ${number} \u4f4d`;
  const teen = Math.floor(number / 10) % 10 === 1;
  return `${number}${teen ? "th" : { 1: "st", 2: "nd", 3: "rd" }[number % 10] || "th"}`;
}

export const count = (number) => Number(number).toLocaleString("en");

/** Seconds since 1970 as a local date, with the time of day where it is today. */
export function when(seconds) {
  if (!seconds) return "";
  const date = new Date(seconds * 1000);
  const today = new Date().toDateString() === date.toDateString();
  return today
    ? date.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })
    : date.toLocaleDateString([], { day: "numeric", month: "short", year: date.getFullYear() === new Date().getFullYear() ? undefined : "numeric" });
}

/** A text whose long hashes are cut to their first digits, which tell them apart. */
export const shortHashes = (text) => String(text).replace(/\b([0-9a-f]{8})[0-9a-f]{24,}\b/g, "$1\u2026");
