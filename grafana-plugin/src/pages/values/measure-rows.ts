import { FieldType, type DataFrame, type Field } from '@grafana/data';
import { frameMeta } from '../../panels/common/frame-meta.ts';

/** One row of a measure's table: what it is about, its value and what is behind it. Numbers that are unknown are NaN. */
export interface MeasureRow {
  readonly measure: string;
  /** Of Grafana's field config. */
  readonly unit: string | undefined;
  readonly model: string;
  readonly version: string;
  readonly feature: string;
  readonly attribute: string;
  readonly group: string;
  /** The group with which the others of the attribute are compared. */
  readonly reference: string;
  readonly bin: string;
  /** The class that a score is the probability of. */
  readonly class: string;
  /** How many of the first places of a ranking count. */
  readonly k: string;
  readonly errorType: string;
  readonly replica: string;
  readonly value: number;
  readonly observations: number;
  readonly numerator: number;
  readonly lower: number;
  readonly upper: number;
  /** Share of the training data with the same problem. */
  readonly training: number;
  readonly excess: number;
  readonly criticalValue: number;
  readonly warning: number;
  readonly critical: number;
  /** Observations below which there is no value. */
  readonly minimum: number;
}

const TEXTS = {
  model: 'Model',
  version: 'Version',
  feature: 'Feature',
  attribute: 'Attribute',
  group: 'Group',
  reference: 'Reference group',
  bin: 'Bin',
  class: 'Class',
  k: 'k',
  errorType: 'Error type',
  replica: 'Replica',
} as const;

const NUMBERS = {
  value: 'Value',
  observations: 'Observations',
  numerator: 'Numerator',
  lower: 'Lower',
  upper: 'Upper',
  training: 'Training',
  excess: 'Excess',
  criticalValue: 'Critical value',
  warning: 'Warning limit',
  critical: 'Critical limit',
} as const;

/** Reads the tables that the data source gives with the format `table`. */
export function measureRows(frames: readonly DataFrame[]): MeasureRow[] {
  return frames.flatMap((frame) => {
    const fields = new Map(frame.fields.map((field) => [field.name, field]));
    const unit = fields.get(NUMBERS.value)?.config.unit;
    const measure = frame.name ?? '';
    const { minimum = NaN } = frameMeta(frame);
    return Array.from({ length: frame.length }, (_, index): MeasureRow => ({
      measure,
      unit,
      minimum,
      ...read(TEXTS, (name) => textAt(fields.get(name), index)),
      ...read(NUMBERS, (name) => numberAt(fields.get(name), index)),
    }));
  });
}

/** The frames of one query of several. */
export function framesOf(frames: readonly DataFrame[], refId: string): DataFrame[] {
  return frames.filter((frame) => frame.refId === refId);
}

function read<Key extends string, Value>(
  names: Readonly<Record<Key, string>>,
  valueOf: (name: string) => Value,
): Record<Key, Value> {
  const entries = Object.entries(names) as [Key, string][];
  return Object.fromEntries(entries.map(([key, name]) => [key, valueOf(name)])) as Record<Key, Value>;
}

function textAt(field: Field | undefined, index: number): string {
  return field === undefined ? '' : String((field.values as unknown[])[index] ?? '');
}

function numberAt(field: Field | undefined, index: number): number {
  const value = field?.type === FieldType.number ? (field.values as unknown[])[index] : undefined;
  return typeof value === 'number' ? value : NaN;
}

/** Whether a frame is a table, as the data source says. */
export function isTable({ meta }: DataFrame): boolean {
  // The data plane's types are more than Grafana's enumeration of them.
  return (meta?.type as string | undefined) === 'table';
}
