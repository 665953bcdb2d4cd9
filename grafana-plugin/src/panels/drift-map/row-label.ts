/** A name whose end stays in sight where there is no room for all of it. */
export interface RowLabel {
  readonly start: string;
  readonly end: string;
}

/** Letters at the end of a long name: names of features often differ there alone. */
const END = 7;
const LONG = 14;
/** Scripts that run from right to left, and characters that turn a text: parts of such a name would swap places. */
const TURNED = /[\u0590-\u08ff\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]/;

/** Letters of a name as it is shown. */
export function labelLength(name: string): number {
  const { start, end } = rowLabel(name);
  return start.length + end.length;
}

/** Takes a name apart. What tells series of the same name apart, such as `(version 1.4.0)`, is the end. */
export function rowLabel(name: string): RowLabel {
  if (TURNED.test(name)) return { start: name, end: '' };
  const [, start, details] = /^(.+) \(([^()]+)\)$/.exec(name) ?? [];
  if (start !== undefined && details !== undefined) return { start, end: ` ${details.replace(/\bversion /, '')}` };
  const letters = [...name];
  if (letters.length <= LONG) return { start: name, end: '' };
  return { start: letters.slice(0, -END).join(''), end: letters.slice(-END).join('') };
}
