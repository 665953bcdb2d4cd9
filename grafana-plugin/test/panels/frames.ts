import { FieldType, type DataFrame, type Labels } from '@grafana/data';

/** A frame as the Driftline data source answers: one series, and what it says about it. */
export function frame(
  custom: object | undefined,
  labels: Labels,
  values: Array<number | null>,
  name?: string,
): DataFrame {
  return {
    name,
    length: values.length,
    ...(custom === undefined ? {} : { meta: { custom: { ...custom } } }),
    fields: [
      { name: 'Time', type: FieldType.time, config: {}, values: values.map((_, i) => 1_000_000 + i * 30_000) },
      { name: 'Value', type: FieldType.number, config: {}, labels, values },
    ],
  };
}
