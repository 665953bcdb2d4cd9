import { FieldType, type DataFrame, type Labels } from '@grafana/data';

type Values = readonly (number | null)[];

/** One series as the Driftline data source gives it: a value every half minute, and what it says about it. */
export function measureFrame(custom: object | undefined, labels: Labels, values: Values, name?: string): DataFrame {
  const meta = custom === undefined ? {} : { meta: { custom: { ...custom } } };
  return { name, ...meta, ...seriesFrame(labels, values) };
}

function seriesFrame(labels: Labels, values: Values): DataFrame {
  return {
    length: values.length,
    fields: [
      { name: 'Time', type: FieldType.time, config: {}, values: values.map((_, i) => 1_000_000 + 30_000 * i) },
      { name: 'Value', type: FieldType.number, config: {}, labels, values: [...values] },
    ],
  };
}

/** A frame of the format `distribution`, as the data source gives it. */
export function distributionFrame(
  name: string,
  sides: Readonly<Record<string, readonly number[]>>,
  custom: object = {},
  bins: readonly string[] = ['≤25', '>25'],
): DataFrame {
  return {
    name,
    length: bins.length,
    meta: { custom: { measure: 'psi', show: 'distribution', window: '5m', ...custom } },
    fields: [
      { name: 'Bin', type: FieldType.string, config: {}, values: [...bins] },
      ...Object.entries(sides).map(([title, values]) => ({
        name: title,
        type: FieldType.number,
        config: { displayNameFromDS: title },
        values: [...values],
      })),
    ],
  };
}
