import { InvalidArgumentError } from 'commander';
import { isDuration } from '@driftline/shared';
import { NO_QUOTE } from '../profile/csv-source.ts';

/** Collects `name=value` options into one record; the last `=` divides, because names may hold one. */
export function collectPair(pair: string, collected: Record<string, string> = {}): Record<string, string> {
  const at = pair.lastIndexOf('=');
  if (at < 1 || at === pair.length - 1) throw new InvalidArgumentError('Write it as name=value.');
  return { ...collected, [pair.slice(0, at)]: pair.slice(at + 1) };
}

/** Collects `attribute=column` options; an attribute alone stands for the column of its name. */
export function collectColumn(pair: string, collected: Record<string, string> = {}): Record<string, string> {
  return pair.includes('=') ? collectPair(pair, collected) : { ...collected, [pair]: pair };
}

/** Collects an option that may be given several times. */
export function collect(value: string, collected: readonly string[] = []): readonly string[] {
  return [...collected, value];
}

/** A whole number from `least` on, and up to `most`. */
export function wholeNumber(least: number, most = Infinity): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least || value > most) {
      const range = most === Infinity ? `from ${least} on` : `from ${least} to ${most}`;
      throw new InvalidArgumentError(`Give a whole number ${range}.`);
    }
    return value;
  };
}

/** A number between 0 and 1. */
export function share(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value < 1)) throw new InvalidArgumentError('Give a number between 0 and 1.');
  return value;
}

/** A number above zero. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError('Give a number above zero.');
  return value;
}

/** Collects `column=edge,edge,...` options: rising numbers by column. */
export function collectEdges(
  pair: string,
  collected: Readonly<Record<string, readonly number[]>> = {},
): Readonly<Record<string, readonly number[]>> {
  const [[column, list] = ['', '']] = Object.entries(collectPair(pair));
  const edges = list.split(',').map(Number);
  if (edges.some((edge, i) => !Number.isFinite(edge) || edge <= (edges[i - 1] ?? -Infinity))) {
    throw new InvalidArgumentError('Write rising numbers, such as age=18,30,50.');
  }
  return { ...collected, [column]: edges };
}

/** Collects an option that may be given several times, each time with one or more names separated by commas. */
export function collectNames(names: string, collected: readonly string[] = []): readonly string[] {
  return [...collected, ...names.split(',').map((name) => name.trim())];
}

/** Collects `Name: value` options into request headers. */
export function collectHeader(header: string, collected: Record<string, string> = {}): Record<string, string> {
  const [, name, value] = /^([\w-]+):\s*(.+)$/.exec(header) ?? [];
  if (name === undefined || value === undefined) throw new InvalidArgumentError('Write it as "Name: value".');
  return { ...collected, [name]: value };
}

/** A duration as PromQL writes it. */
export function duration(text: string): string {
  if (!isDuration(text)) throw new InvalidArgumentError('Write it as 5m, 1h or 1d.');
  return text;
}

/** One character, or `tab`. */
export function character(text: string): string {
  if (/^(tab|\\t)$/i.test(text)) return '\t';
  if (text.length !== 1) throw new InvalidArgumentError('Give one character, or tab.');
  return text;
}

/** One character, or `none`. */
export function quote(text: string): string {
  return text === 'none' ? NO_QUOTE : character(text);
}

/** The name of an encoding that Node can decode. */
export function encoding(text: string): string {
  const name = text.toLowerCase() === 'latin-1' ? 'latin1' : text;
  try {
    return new TextDecoder(name).encoding === 'utf-8' ? 'utf-8' : name;
  } catch {
    throw new InvalidArgumentError('Give an encoding such as utf-8, utf-16le, latin1 or windows-1251.');
  }
}
