import { FieldType, type DataFrame } from '@grafana/data';
import { countsOfClass, f1OfClass, precisionOfClass, recallOfClass, type ConfusionCell } from '@driftline/shared';
import { frameMeta } from '../../../panels/common/frame-meta.ts';

/** How right a version is on one class. */
export interface ClassRow {
  readonly version: string;
  readonly name: string;
  readonly isFavorable: boolean;
  /** NaN of a class that was never predicted. */
  readonly precision: number;
  /** NaN of a class that never was the truth. */
  readonly recall: number;
  readonly f1: number;
  readonly predicted: number;
  readonly actual: number;
  readonly right: number;
}

interface Version {
  readonly cells: ConfusionCell[];
  favorable: string | undefined;
}

/** Classes of each version by the confusion matrix at the end of the time range, the favorable class first. */
export function classRows(frames: readonly DataFrame[]): ClassRow[] {
  const versions = new Map<string, Version>();
  for (const frame of frames) {
    const { show, favorable } = frameMeta(frame);
    const field = frame.fields.find(({ type }) => type === FieldType.number);
    const count: unknown = field?.values[field.values.length - 1];
    if (show !== 'confusion' || typeof count !== 'number' || !Number.isFinite(count)) continue;
    const { ml_model_version: version = '', ml_outcome_predicted = '', ml_outcome_actual = '' } = field?.labels ?? {};
    const known = versions.get(version) ?? { cells: [], favorable: undefined };
    known.favorable ??= favorable;
    known.cells.push({ predicted: ml_outcome_predicted, actual: ml_outcome_actual, count });
    versions.set(version, known);
  }
  return [...versions].sort(([a], [b]) => a.localeCompare(b)).flatMap(([version, of]) => rowsOf(version, of));
}

function rowsOf(version: string, { cells, favorable }: Version): ClassRow[] {
  const counted = cells.filter(({ count }) => count > 0);
  const classes = [...new Set(counted.flatMap(({ predicted, actual }) => [predicted, actual]))];
  classes.sort((a, b) => Number(b === favorable) - Number(a === favorable) || a.localeCompare(b));
  return classes.map((name): ClassRow => {
    const counts = countsOfClass(counted, name);
    return {
      version,
      name,
      isFavorable: name === favorable,
      precision: precisionOfClass(counts),
      recall: recallOfClass(counts),
      f1: f1OfClass(counts),
      predicted: counts.predicted,
      actual: counts.actual,
      right: counts.truePositives,
    };
  });
}
