import type { MeasureRow } from '../../values/measure-rows.ts';

/** One feature that may have to do with a drop. */
export interface SuspectRow {
  readonly suspicion: MeasureRow;
  /** Total variation of the feature; NaN where it is not known. */
  readonly moved: number;
  /** What the profile says that the feature means to the model; NaN where the feature has not moved. */
  readonly importance: number;
  /** Whether sampling noise alone may have moved it so far. */
  readonly isNoise: boolean;
}

/** Suspects by version, the worst first, and those that may have moved by noise last. */
export function suspectRows(suspicions: readonly MeasureRow[], variations: readonly MeasureRow[]): SuspectRow[] {
  const keyOf = ({ version, feature }: MeasureRow): string => JSON.stringify([version, feature]);
  const moved = new Map(variations.map((row) => [keyOf(row), row.value]));
  return suspicions
    .filter(({ value }) => !Number.isNaN(value))
    .map((suspicion): SuspectRow => {
      const distance = moved.get(keyOf(suspicion)) ?? NaN;
      return {
        suspicion,
        moved: distance,
        importance: distance > 0 ? suspicion.value / distance : NaN,
        isNoise: suspicion.value <= suspicion.criticalValue,
      };
    })
    .sort((a, b) => Number(a.isNoise) - Number(b.isNoise) || b.suspicion.value - a.suspicion.value);
}
