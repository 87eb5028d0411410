// Lengths for people.
export const UNITS = { m: 1, cm: 0.01, mm: 0.001 };

/** The unit in which a length reads best. */
export function bestUnit(metres) {
  if (metres < 0.02) return "mm";
  return metres < 1 ? "cm" : "m";
}

/** A length in a unit, with three significant digits and thousands apart. */
export function formatLength(metres, unit) {
  const value = metres / UNITS[unit];
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
  return `${value.toLocaleString("en", { minimumFractionDigits: 0, maximumFractionDigits: digits })} ${unit}`;
}

/** The side of a grid's square for an object of that size: a power of ten below it. */
export function gridStep(metres) {
  return 10 ** Math.floor(Math.log10(Math.max(metres, 1e-9)));
}
