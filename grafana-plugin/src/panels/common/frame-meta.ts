import type { DataFrame } from '@grafana/data';
import type { Limits } from './limits.ts';

/** What the Driftline data source says about a frame. Every part is absent from the frame of another data source. */
export interface FrameMeta {
  /** Id of the measure whose values the frame holds, such as `psi`. */
  readonly measure?: string;
  /** What one value is about, such as `bin` or `distribution`. */
  readonly subject?: string;
  /** Name of the label that holds the bin. */
  readonly bin?: string;
  readonly limits?: Limits;
}

/** Reads `meta.custom`, which any data source may fill with anything. */
export function frameMeta(frame: DataFrame): FrameMeta {
  const custom: unknown = frame.meta?.custom;
  if (!isRecord(custom)) return {};
  return {
    measure: textOf(custom['measure']),
    subject: textOf(custom['subject']),
    bin: textOf(custom['bin']),
    limits: limitsOf(custom['limits']),
  };
}

function limitsOf(value: unknown): Limits | undefined {
  if (!isRecord(value)) return undefined;
  const { side, warning, critical } = value;
  if ((side !== 'above' && side !== 'below') || typeof critical !== 'number') return undefined;
  return { side, critical, ...(typeof warning === 'number' ? { warning } : {}) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
