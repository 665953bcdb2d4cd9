import { FieldType, formattedValueToString, getFieldDisplayName, type DataFrame } from '@grafana/data';
import { formatDecimal } from '../../common/format-decimal.ts';

/** One value at the end of the time range. */
export interface InstantValue {
  readonly name: string;
  readonly value: number;
  readonly text: string;
  readonly color: string;
  readonly limits: readonly number[];
}

/** The values of frames without times, the worst first: the highest, unless a lower one is worse. */
export function instantValues(
  frames: readonly DataFrame[],
  limitsOf: (frame: DataFrame) => readonly number[],
  isLowerWorse: boolean,
): InstantValue[] {
  const values = frames.flatMap((frame) => {
    const texts = frame.fields.filter(({ type }) => type === FieldType.string);
    // Of a table, the first number is the value; the others are what is behind it.
    const field = frame.fields.find(({ type }) => type === FieldType.number);
    if (field === undefined) return [];
    return (field.values as unknown[]).flatMap((value, row): InstantValue[] => {
      if (typeof value !== 'number' || !Number.isFinite(value)) return [];
      const display = field.display?.(value);
      const limits = limitsOf(frame);
      return [
        {
          name:
            texts.length === 0
              ? getFieldDisplayName(field, frame, [...frames])
              : texts.map(({ values }) => String(values[row])).join(' '),
          value,
          text: display === undefined ? formatDecimal(value, 3) : formattedValueToString(display),
          color: display?.color ?? '',
          limits,
        },
      ];
    });
  });
  return values.sort((a, b) => (isLowerWorse ? a.value - b.value : b.value - a.value));
}
