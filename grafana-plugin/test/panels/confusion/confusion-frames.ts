import type { DataFrame } from '@grafana/data';
import { measureFrame } from '../../frames.ts';

/** The count of one predicted and one actual class over time, as the data source gives it. */
export function cellFrame(
  predicted: string,
  actual: string,
  counts: readonly (number | null)[],
  { version = '1', favorable = 'yes' }: { version?: string; favorable?: string } = {},
): DataFrame {
  return measureFrame(
    { measure: 'accuracy', show: 'confusion', favorable },
    { ml_model_name: 'income', ml_model_version: version, ml_outcome_predicted: predicted, ml_outcome_actual: actual },
    counts,
  );
}

export const FRAMES: readonly DataFrame[] = [
  cellFrame('yes', 'yes', [10, 30]),
  cellFrame('yes', 'no', [0, 10]),
  cellFrame('no', 'yes', [5, 10]),
  cellFrame('no', 'no', [5, 1150]),
];
