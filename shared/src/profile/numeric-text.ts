/** Decimal numbers as files hold them: no hexadecimal ones, no `1_000`, no `Infinity`. */
const NUMBER = /^[-+]?(\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i;

/** Longer texts are no numbers that anybody measures, and would cost time. */
const LONGEST = 400;

/** The number that a text holds, with white space around it or without; NaN if it holds none. */
export function numberOfText(text: string): number {
  return isNumericText(text.trim()) ? Number(text) : NaN;
}

/** Whether a trimmed text is a number. */
export function isNumericText(text: string): boolean {
  return text.length <= LONGEST && NUMBER.test(text);
}

/** Whether a text is a number that would lose a leading zero if it were read as one, such as 007. */
export function hasLeadingZeros(text: string): boolean {
  const trimmed = text.trim();
  const start = trimmed.startsWith('-') || trimmed.startsWith('+') ? 1 : 0;
  // Identifiers are asked one by one, and most have no zero here.
  return trimmed.charCodeAt(start) === 48 && /^[-+]?0\d/.test(trimmed) && isNumericText(trimmed);
}
