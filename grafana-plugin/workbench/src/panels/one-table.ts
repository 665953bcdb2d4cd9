import { FieldType, getFieldDisplayName, type DataFrame, type Field } from '@grafana/data';

/** A table as it is; of frames with a single value each, one table with a row for each. */
export function oneTable(all: readonly DataFrame[]): DataFrame | undefined {
  // A frame without fields says why there is nothing.
  const frames = all.filter(({ fields }) => fields.length > 0);
  const [first] = frames;
  const value = first?.fields[0];
  if (first === undefined || value === undefined || frames.length === 1) return first;
  const names = frames.map((frame) => getFieldDisplayName(frame.fields[0] as Field, frame, [...frames]));
  const values: unknown[] = frames.map((frame) => frame.fields[0]?.values[0]);
  return {
    refId: first.refId,
    length: frames.length,
    fields: [
      { name: 'Series', type: FieldType.string, config: {}, values: names },
      {
        ...value,
        name: 'Value',
        labels: {},
        config: { ...value.config, displayNameFromDS: 'Value' },
        state: {},
        values,
      },
    ],
  };
}
