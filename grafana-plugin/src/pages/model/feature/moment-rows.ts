import type { DataFrame } from '@grafana/data';
import { framesOf, measureRows, type MeasureRow } from '../../values/measure-rows.ts';

/** Measures of what the values of a numeric feature are like. */
export const MOMENTS = ['mean', 'standard-deviation', 'minimum', 'maximum'] as const;

/** One moment of one version, in the training data and in the window. */
export interface MomentRow {
  readonly moment: (typeof MOMENTS)[number];
  readonly row: MeasureRow;
  /** Window less training, in standard deviations of the training data; NaN where one is not known. */
  readonly difference: number;
}

/** Moments, each of all versions; none for a feature of categories. */
export function momentRows(frames: readonly DataFrame[]): MomentRow[] {
  const rows = MOMENTS.map((moment) => [moment, measureRows(framesOf(frames, moment))] as const);
  const deviations = rows.find(([moment]) => moment === 'standard-deviation')?.[1] ?? [];
  return rows.flatMap(([moment, of]) =>
    of.map((row) => {
      const spread = deviations.find(({ version }) => version === row.version)?.training ?? NaN;
      return { moment, row, difference: spread > 0 ? (row.value - row.training) / spread : NaN };
    }),
  );
}
