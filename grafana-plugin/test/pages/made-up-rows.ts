import { FieldType, LoadingState, toDataFrame, type DataFrame, type PanelData } from '@grafana/data';
import type { MeasureRow } from '../../src/pages/values/measure-rows.ts';

/** A row of a measure with what a test says of it. */
export function madeUpRow(known: Partial<MeasureRow>): MeasureRow {
  return {
    measure: 'psi',
    unit: undefined,
    model: 'income',
    version: '1',
    feature: '',
    attribute: '',
    group: '',
    reference: '',
    bin: '',
    class: '',
    k: '',
    errorType: '',
    replica: '',
    value: NaN,
    observations: NaN,
    numerator: NaN,
    lower: NaN,
    upper: NaN,
    training: NaN,
    excess: NaN,
    criticalValue: NaN,
    warning: NaN,
    critical: NaN,
    minimum: 200,
    ...known,
  };
}

const TITLES: Readonly<Record<string, string>> = {
  model: 'Model',
  version: 'Version',
  feature: 'Feature',
  attribute: 'Attribute',
  group: 'Group',
  reference: 'Reference group',
  bin: 'Bin',
  class: 'Class',
  errorType: 'Error type',
  replica: 'Replica',
  value: 'Value',
  observations: 'Observations',
  numerator: 'Numerator',
  training: 'Training',
  excess: 'Excess',
  criticalValue: 'Critical value',
  warning: 'Warning limit',
  critical: 'Critical limit',
};

/** The table that the data source gives for rows of one measure. */
export function tableOf(refId: string, rows: readonly Partial<MeasureRow>[], unit?: string): DataFrame {
  const keys = Object.keys(TITLES).filter((key) => rows.some((row) => key in row)) as (keyof MeasureRow)[];
  return toDataFrame({
    refId,
    name: rows[0]?.measure ?? refId,
    meta: { type: 'table', custom: { minimum: 200 } },
    fields: keys.map((key) => ({
      name: TITLES[key],
      type: typeof rows[0]?.[key] === 'string' ? FieldType.string : FieldType.number,
      config: unit === undefined ? {} : { unit },
      values: rows.map((row) => row[key] ?? null),
    })),
  });
}

interface MadeUpLine {
  readonly refId: string;
  readonly measure: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly values: readonly (number | null)[];
  readonly limits?: object;
}

/** A line that the data source gives over time, a minute from value to value. */
export function lineFrame({ refId, measure, labels, values, limits }: MadeUpLine): DataFrame {
  return toDataFrame({
    refId,
    name: measure,
    meta: { custom: { measure, limits } },
    fields: [
      { name: 'Time', type: FieldType.time, values: values.map((_, index) => index * 60_000) },
      { name: 'Value', type: FieldType.number, labels, config: { displayNameFromDS: measure }, values: [...values] },
    ],
  });
}

export function answerOf(series: DataFrame[], errors: PanelData['errors'] = []): PanelData {
  return { state: LoadingState.Done, series, errors, timeRange: undefined as never };
}
