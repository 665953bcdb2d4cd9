/** Counts by name; they follow what is counted. */
export type NamedCounts<Name extends string> = Readonly<Record<Name, number>>;

/** Shows numbers of a block under names, one for one. The class that counts writes the numbers themselves, which is faster. */
export function namedCounts<Name extends string>(names: readonly Name[], counts: Float64Array): NamedCounts<Name> {
  const properties = names.map((name, i) => [name, { enumerable: true, get: () => counts[i] as number }] as const);
  return Object.defineProperties({}, Object.fromEntries(properties)) as NamedCounts<Name>;
}

/** Position of each name. */
export function positionsOf<Name extends string>(names: readonly Name[]): NamedCounts<Name> {
  return Object.fromEntries(names.map((name, i) => [name, i])) as NamedCounts<Name>;
}

/** Adds to one number of a block. */
export function increase(counts: Float64Array, position: number, by = 1): void {
  counts[position] = (counts[position] as number) + by;
}
