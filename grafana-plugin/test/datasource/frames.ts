import { FieldType, type DataFrame, type Labels } from '@grafana/data';

/** One series as a Prometheus data source gives it; a second lies between two values. */
export function frame(refId: string, labels: Labels, values: readonly (number | null)[], start = 1000): DataFrame {
  return {
    refId,
    length: values.length,
    fields: [
      { name: 'Time', type: FieldType.time, config: {}, values: values.map((_, i) => start + 1000 * i) },
      { name: 'Value', type: FieldType.number, config: {}, labels, values: [...values] },
    ],
  };
}
