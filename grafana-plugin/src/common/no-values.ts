import type { NoValues } from '@driftline/shared';

/** What a query is narrowed to that nothing reports. */
export interface Unknown {
  readonly reason: 'unknown';
  readonly what: 'model' | 'version' | 'feature' | 'group';
  readonly asked: readonly string[];
  /** Names that do report. */
  readonly known: readonly string[];
}

/** Why a query has no values, as the data source says it in `meta.custom.noValues` of its frame without fields. */
export type ExplainedNoValues = NoValues | Unknown;
