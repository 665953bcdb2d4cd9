import { FieldType, type DataFrame, type Field } from '@grafana/data';
import { t } from '@grafana/i18n';
import { compareNames } from '../common/compare-names.ts';
import { frameMeta } from '../common/frame-meta.ts';
import type { CellShow } from './options.ts';

/** Outcomes of one predicted and one actual class. */
export interface Cell {
  readonly predicted: string;
  readonly actual: string;
  /** At the end of the time range. */
  readonly count: number;
  /** Share of all outcomes of the row or the column; undefined of an empty one. */
  readonly share: number | undefined;
  /** What is shown, at each time; NaN where there is none. */
  readonly history: readonly number[];
  readonly field: Field | undefined;
}

/** The confusion matrix of one model: rows are actual classes, columns predicted ones. */
export interface ConfusionMatrix {
  readonly model: string;
  readonly classes: readonly string[];
  readonly cells: readonly (readonly Cell[])[];
  readonly total: number;
  /** Index of the counts in the values of their fields. */
  readonly at: number;
  /** The class that counts as positive. */
  readonly favorable: string | undefined;
}

const PREDICTED = 'ml_outcome_predicted';
const ACTUAL = 'ml_outcome_actual';

/** The matrices that frames of the format `confusion` hold: one for each model. */
export function confusionMatrices(frames: readonly DataFrame[], show: CellShow): ConfusionMatrix[] {
  const models = new Map<string, { frame: DataFrame; field: Field }[]>();
  for (const frame of frames) {
    const field = frame.fields.find(({ type }) => type === FieldType.number);
    if (field === undefined || frameMeta(frame).show !== 'confusion') continue;
    const { [PREDICTED]: _, [ACTUAL]: __, ...model } = field.labels ?? {};
    const name = Object.entries(model)
      .map(([label, value]) =>
        label === 'ml_model_version'
          ? t('panels.confusion.version', 'version {{- version}}', { version: value })
          : value,
      )
      .join(' ');
    models.set(name, [...(models.get(name) ?? []), { frame, field }]);
  }
  return [...models].map(([model, of]) => matrixOf(model, of, show)).sort((a, b) => compareNames(a.model, b.model));
}

function matrixOf(
  model: string,
  of: readonly { readonly frame: DataFrame; readonly field: Field }[],
  show: CellShow,
): ConfusionMatrix {
  const favorable = of.map(({ frame }) => frameMeta(frame).favorable).find((name) => name !== undefined);
  const label = (field: Field, name: string): string => field.labels?.[name] ?? '';
  const classes = [...new Set(of.flatMap(({ field }) => [label(field, PREDICTED), label(field, ACTUAL)]))];
  // The favorable class comes first, as positives do in textbooks.
  classes.sort((a, b) => Number(b === favorable) - Number(a === favorable) || compareNames(a, b));
  const fieldOf = (predicted: string, actual: string): Field | undefined =>
    of.find(({ field }) => label(field, PREDICTED) === predicted && label(field, ACTUAL) === actual)?.field;
  const length = Math.max(...of.map(({ field }) => field.values.length));
  const countAt = (predicted: string, actual: string, index: number): number => {
    const value: unknown = fieldOf(predicted, actual)?.values[index];
    return typeof value === 'number' && Number.isFinite(value) ? value : 0;
  };
  const last = lastIndex(
    of.map(({ field }) => field),
    length,
  );
  const wholeAt = (predicted: string, actual: string, index: number): number =>
    classes.reduce(
      (sum, each) => sum + (show === 'row' ? countAt(each, actual, index) : countAt(predicted, each, index)),
      0,
    );
  const shareAt = (predicted: string, actual: string, index: number): number | undefined => {
    const whole = wholeAt(predicted, actual, index);
    return show === 'count' || whole === 0 ? undefined : countAt(predicted, actual, index) / whole;
  };
  const cells = classes.map((actual) =>
    classes.map((predicted): Cell => ({
      predicted,
      actual,
      count: countAt(predicted, actual, last),
      share: shareAt(predicted, actual, last),
      history: Array.from({ length }, (_, index) =>
        show === 'count' ? countAt(predicted, actual, index) : (shareAt(predicted, actual, index) ?? NaN),
      ),
      field: fieldOf(predicted, actual),
    })),
  );
  const total = cells.flat().reduce((sum, { count }) => sum + count, 0);
  return { model, classes, cells, total, at: last, favorable };
}

/** The last time at which any cell has a count. */
function lastIndex(fields: readonly Field[], length: number): number {
  for (let index = length - 1; index >= 0; index--) {
    if (fields.some(({ values }) => typeof values[index] === 'number')) return index;
  }
  return 0;
}
