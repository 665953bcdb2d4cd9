import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { phaseAt, type Change, type Phase, type Scenario, type Trouble, type Values } from './scenario.ts';

/** What a client sends, by column. */
export type Row = Readonly<Record<string, string | number | null | undefined>>;

/** One request to send, and the phase that it belongs to. */
export interface PlayedRow {
  readonly row: Row;
  /** Which of the rows it was before the phase changed it. */
  readonly index: number;
  readonly phase: Phase;
  /** Version of the model that answers, in a canary release and for the canary's share. */
  readonly version: string | undefined;
  /** What happens to the service meanwhile, if anything. */
  readonly trouble: Trouble | undefined;
}

/**
 * The rows of a scenario in order, without end: rows drawn at random with replacement, changed by the phase. The same
 * seed gives the same rows, whatever the speed at which they are sent.
 *
 * @param rate - rows a second, by which the phase of a row is found
 * @throws {Error} when a phase plays only rows of which there are none
 */
export function* playedRows(
  rows: readonly Row[],
  scenario: Scenario,
  rate: number,
  seed: number,
): Generator<PlayedRow, never, undefined> {
  const generator = xoroshiro128plus(seed);
  const random = (): number => uniformFloat64(generator);
  const drawn = new Map(scenario.phases.map((phase) => [phase, positionsOf(rows, phase)]));
  for (let i = 0; ; i++) {
    const phase = phaseAt(scenario, i / rate);
    const positions = drawn.get(phase) as readonly number[];
    const index = positions[Math.floor(random() * positions.length)] as number;
    let row = rows[index] as Row;
    for (const change of phase.changes) row = changed(row, change, random);
    const { canary } = phase;
    const version = canary !== undefined && random() < canary.share ? canary.version : undefined;
    const trouble = phase.trouble.find(({ share }) => random() < share);
    yield { row, index, phase, version, trouble };
  }
}

function positionsOf(rows: readonly Row[], { name, only = {} }: Phase): number[] {
  const positions = [...rows.keys()].filter((i) => hasValues(rows[i] as Row, only));
  if (positions.length === 0) throw new Error(`No row has the values that the phase "${name}" plays only.`);
  return positions;
}

function hasValues(row: Row, values: Values): boolean {
  return Object.entries(values).every(([column, value]) => row[column] === value);
}

function changed(row: Row, change: Change, random: () => number): Row {
  const chosen = random() < change.share;
  if (!chosen || !hasValues(row, change.where ?? {})) return row;
  const added = Object.entries(change.add ?? {}).map(([column, step]) => {
    const value = row[column];
    return [column, typeof value === 'number' ? value + step : value] as const;
  });
  return { ...row, ...change.set, ...Object.fromEntries(added) };
}
