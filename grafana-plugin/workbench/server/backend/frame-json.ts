import type { DataFrame, Field } from '@driftline/shared';

/** A frame as Grafana's HTTP API writes it: what the fields are, and their values apart from it. */
export interface FrameJson {
  readonly schema: {
    readonly refId: string;
    readonly name: string;
    readonly meta: DataFrame['meta'];
    readonly fields: readonly FieldJson[];
  };
  readonly data: { readonly values: readonly (readonly (number | string | null)[])[] };
}

interface FieldJson {
  readonly name: string;
  readonly type: Field['type'];
  readonly typeInfo: { readonly frame: 'time.Time' | 'float64' | 'string'; readonly nullable?: true };
  /** Absent where there are none, as the config is. */
  readonly labels?: Field['labels'];
  readonly config?: Field['config'];
}

const TYPES = {
  time: { frame: 'time.Time' },
  number: { frame: 'float64', nullable: true },
  string: { frame: 'string' },
} as const;

/** Writes a frame of one query; holes are null. */
export function frameJson({ name, meta, fields }: DataFrame, refId: string): FrameJson {
  return {
    schema: { refId, name, meta, fields: fields.map(fieldJson) },
    data: { values: fields.map(valuesJson) },
  };
}

function fieldJson({ name, type, labels = {}, displayName, config: others }: Field): FieldJson {
  const config = displayName === undefined ? others : { displayNameFromDS: displayName, ...others };
  return {
    name,
    type,
    typeInfo: TYPES[type],
    ...(Object.keys(labels).length === 0 ? {} : { labels }),
    ...(Object.keys(config).length === 0 ? {} : { config }),
  };
}

function valuesJson({ type, values }: Field): readonly (number | string | null)[] {
  return type === 'number' ? values.map((value) => (Number.isNaN(value) ? null : value)) : values;
}
