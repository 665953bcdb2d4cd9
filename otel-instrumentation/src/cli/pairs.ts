import { InvalidArgumentError } from 'commander';

/** Collects `name=value` options into one record; the last `=` divides, because names may hold one. */
export function collectPair(pair: string, collected: Record<string, string> = {}): Record<string, string> {
  const at = pair.lastIndexOf('=');
  if (at < 1 || at === pair.length - 1) throw new InvalidArgumentError('Write it as name=value.');
  return { ...collected, [pair.slice(0, at)]: pair.slice(at + 1) };
}

/** Collects an option that may be given several times. */
export function collect(value: string, collected: readonly string[] = []): readonly string[] {
  return [...collected, value];
}

/** A whole number from `least` on. */
export function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least)
      throw new InvalidArgumentError(`Give a whole number from ${least} on.`);
    return value;
  };
}
