/** What the thresholds read of someone. */
type Person = Readonly<Record<string, unknown>>;

/** Score above which someone is selected, by sex and race. */
export type DecisionThresholds = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Where sex or race is unknown. */
const DEFAULT_THRESHOLD = 0.5;

export function thresholdOf(thresholds: DecisionThresholds, person: Person): number {
  const races = own(thresholds, String(person['sex']));
  return (races === undefined ? undefined : own(races, String(person['race']))) ?? DEFAULT_THRESHOLD;
}

/**
 * Thresholds at which the same share of each sex and race is selected: demographic parity by post-processing, as in
 * Fairlearn's ThresholdOptimizer. To six decimals.
 */
export function equalSelection<P extends Person>(
  people: readonly P[],
  score: (person: P) => number,
  share: number,
): DecisionThresholds {
  const scores = new Map<string, Map<string, number[]>>();
  for (const person of people) {
    const [sex, race] = [String(person['sex']), String(person['race'])];
    const races = scores.get(sex) ?? new Map<string, number[]>();
    const ofGroup = races.get(race) ?? [];
    ofGroup.push(score(person));
    scores.set(sex, races.set(race, ofGroup));
  }
  const sorted = <T>(map: ReadonlyMap<string, T>): [string, T][] => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    sorted(scores).map(([sex, races]) => [
      sex,
      Object.fromEntries(sorted(races).map(([race, of]) => [race, Number(upperQuantile(of, share).toFixed(6))])),
    ]),
  );
}

/** A value that so large a share of the values exceeds. */
function upperQuantile(values: readonly number[], share: number): number {
  const descending = [...values].sort((a, b) => b - a);
  const selected = Math.round(share * descending.length);
  return ((descending[selected - 1] ?? 1) + (descending[selected] ?? 0)) / 2;
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
