import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Person } from '../model/income-model.ts';
import { phaseAt, type Change, type Phase, type Scenario } from './scenario.ts';

/** One request to send, and the phase that it belongs to. */
export interface PlayedRow {
  readonly person: Person;
  /** Which of the people it was before the phase changed them. */
  readonly index: number;
  readonly phase: Phase;
}

/**
 * The rows of a scenario in order, without end: people drawn at random with replacement, changed by the phase. The same
 * seed gives the same rows, whatever the speed at which they are sent.
 *
 * @param rate - rows a second, by which the phase of a row is found
 */
export function* playedRows(
  people: readonly Person[],
  scenario: Scenario,
  rate: number,
  seed: number,
): Generator<PlayedRow, never, undefined> {
  const generator = xoroshiro128plus(seed);
  const random = (): number => uniformFloat64(generator);
  for (let i = 0; ; i++) {
    const phase = phaseAt(scenario, i / rate);
    const index = Math.floor(random() * people.length);
    let person = people[index] as Person;
    for (const change of phase.changes) person = changed(person, change, random);
    yield { person, index, phase };
  }
}

function changed(person: Person, change: Change, random: () => number): Person {
  const chosen = random() < change.share;
  const meant = Object.entries(change.where ?? {}).every(([column, value]) => person[column] === value);
  if (!chosen || !meant) return person;
  const added = Object.entries(change.add ?? {}).map(([column, step]) => {
    const value = person[column];
    return [column, typeof value === 'number' ? value + step : value] as const;
  });
  return { ...person, ...change.set, ...Object.fromEntries(added) };
}
