import { FieldType, type DataFrame } from '@grafana/data';
import { measureById, type Measure, type Unit } from '@driftline/shared';
import type { DriftlineQuery } from './types.ts';

const GRAFANA_UNITS: Record<Unit, string | undefined> = {
  share: 'percentunit',
  index: undefined,
  seconds: 's',
  'per second': 'reqps',
};

/** What the Driftline panels read from a frame: which measure it holds. */
export function measureOf(frame: DataFrame): string | undefined {
  const custom: unknown = frame.meta?.custom;
  return typeof custom === 'object' && custom !== null && 'measure' in custom ? String(custom.measure) : undefined;
}

/** Adds unit, decimals and the measure's name to the frames that came back for these queries. */
export function describeFrames(frames: readonly DataFrame[], queries: readonly DriftlineQuery[]): DataFrame[] {
  const measures = new Map(queries.map((query) => [query.refId, measureById(query.measure)]));
  return frames.map((frame) => {
    const measure = measures.get(frame.refId ?? '');
    return measure === undefined ? frame : described(frame, measure);
  });
}

function described(frame: DataFrame, measure: Measure): DataFrame {
  const unit = GRAFANA_UNITS[measure.unit];
  return {
    ...frame,
    meta: { ...frame.meta, custom: { ...frame.meta?.custom, measure: measure.id } },
    fields: frame.fields.map((field) =>
      field.type === FieldType.number
        ? { ...field, config: { ...field.config, ...(unit === undefined ? { decimals: 3 } : { unit }) } }
        : field,
    ),
  };
}
