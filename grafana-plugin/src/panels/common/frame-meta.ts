import type { DataFrame } from '@grafana/data';
import type { ExplainedNoValues } from '../../common/no-values.ts';
import type { Limits } from './limits.ts';

/** What the Driftline data source says about a frame. Every part is absent from the frame of another data source. */
export interface FrameMeta {
  /** Id of the measure whose values the frame holds, such as `psi`. */
  readonly measure?: string;
  /** What one value is about, such as `bin` or `distribution`. */
  readonly subject?: string;
  /** What is shown of the measure, such as `value`; or `distribution` or `confusion` for what is behind it. */
  readonly show?: string;
  /** Name of the label that holds the bin. */
  readonly bin?: string;
  readonly limits?: Limits;
  /** Why the query of the frame has no values. */
  readonly noValues?: ExplainedNoValues;
  /** Name of the baseline of a distribution, such as `Training data`. */
  readonly baseline?: string;
  /** PromQL duration over which live observations are counted. */
  readonly window?: string;
  /** Value of the measure, of a frame that holds what is behind it. */
  readonly value?: number;
  /** Observations that the value rests on. */
  readonly observations?: number;
  /** Value that sampling noise alone exceeds with the query's significance. */
  readonly criticalValue?: number;
  /** Observations below which there is no value. */
  readonly minimum?: number;
  /** The class that counts as positive. */
  readonly favorable?: string;
}

/** Reads `meta.custom`, which any data source may fill with anything. */
export function frameMeta(frame: DataFrame): FrameMeta {
  const custom: unknown = frame.meta?.custom;
  if (!isRecord(custom)) return {};
  return {
    measure: textOf(custom['measure']),
    subject: textOf(custom['subject']),
    show: textOf(custom['show']),
    bin: textOf(custom['bin']),
    limits: limitsOf(custom['limits']),
    noValues: noValuesOf(custom['noValues']),
    baseline: textOf(custom['baseline']),
    window: textOf(custom['window']),
    value: numberOf(custom['value']),
    observations: numberOf(custom['observations']),
    criticalValue: numberOf(custom['criticalValue']),
    minimum: numberOf(custom['minimum']),
    favorable: textOf(custom['favorable']),
  };
}

function limitsOf(value: unknown): Limits | undefined {
  if (!isRecord(value)) return undefined;
  const { side, warning, critical } = value;
  if ((side !== 'above' && side !== 'below') || typeof critical !== 'number') return undefined;
  return { side, critical, ...(typeof warning === 'number' ? { warning } : {}) };
}

function noValuesOf(value: unknown): ExplainedNoValues | undefined {
  return isRecord(value) && typeof value['reason'] === 'string' ? (value as unknown as ExplainedNoValues) : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
