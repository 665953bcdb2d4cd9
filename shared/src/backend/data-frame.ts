/** A frame of Grafana's data plane, column by column. Holes are NaN in numbers; no other value is infinite or NaN. */
export interface DataFrame {
  readonly name: string;
  readonly meta: FrameMeta;
  readonly fields: readonly Field[];
}

export interface FrameMeta {
  readonly type: 'timeseries-multi' | 'numeric-multi' | 'table';
  readonly typeVersion: readonly [number, number];
  /** What panels of Driftline read. */
  readonly custom?: object;
  /** What Grafana says beside the title of a panel. */
  readonly notices?: readonly { readonly severity: 'info' | 'warning' | 'error'; readonly text: string }[];
  /** What the store was asked, for Grafana's inspector. */
  readonly executedQueryString?: string;
}

export type Field = {
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** Grafana's `displayNameFromDS`, which is apart from the config since most fields have that in common. */
  readonly displayName?: string;
  /** The rest of Grafana's `FieldConfig`. A host reads one object once. */
  readonly config: Readonly<Record<string, unknown>>;
} & (
  | { readonly type: 'time'; /** Milliseconds since 1970. */ readonly values: readonly number[] }
  | { readonly type: 'number'; readonly values: readonly number[] }
  | { readonly type: 'string'; readonly values: readonly string[] }
);
