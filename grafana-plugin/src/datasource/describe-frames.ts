import { FieldType, type DataFrame } from '@grafana/data';
import { ATTRIBUTES, labelOf, measureById, type Unit } from '@driftline/shared';
import type { DriftlineQuery } from './types.ts';

const GRAFANA_UNITS: Record<Unit, string | undefined> = {
  share: 'percentunit',
  index: undefined,
  seconds: 's',
  'per second': 'reqps',
};

/** Adds unit, decimals and the measure's name to the frames that came back for these queries. */
export function describeFrames(frames: readonly DataFrame[], queries: readonly DriftlineQuery[]): DataFrame[] {
  const byId = new Map(queries.map((query) => [query.refId, query]));
  return frames.map((frame) => {
    const query = byId.get(frame.refId ?? '');
    return query === undefined ? frame : described(frame, query);
  });
}

function described(frame: DataFrame, { measure: id, show = 'value' }: DriftlineQuery): DataFrame {
  const measure = measureById(id);
  const counts = show === 'observations' || show === 'hits';
  const unit = counts ? 'short' : GRAFANA_UNITS[measure.unit];
  // Panels look for the value of a measure, and would take its counts for it.
  const custom =
    show === 'value' ? { measure: measure.id, subject: measure.subject, ...limitsOf(id), ...binOf(frame) } : {};
  return {
    ...frame,
    meta: { ...frame.meta, custom: { ...frame.meta?.custom, ...custom } },
    fields: frame.fields.map((field) =>
      field.type === FieldType.number
        ? { ...field, config: { ...field.config, ...(unit === undefined ? { decimals: 3 } : { unit }) } }
        : field,
    ),
  };
}

const BIN_LABELS = [ATTRIBUTES.featureBin, ATTRIBUTES.predictionBin].map(labelOf);

function binOf(frame: DataFrame): { bin?: string } {
  const bin = BIN_LABELS.find((label) => frame.fields.some(({ labels }) => labels?.[label] !== undefined));
  return bin === undefined ? {} : { bin };
}

function limitsOf(id: DriftlineQuery['measure']): { limits?: object } {
  const thresholds = measureById(id).thresholds;
  if (thresholds === undefined) return {};
  return { limits: { side: thresholds.side, warning: thresholds.warning, critical: thresholds.alarm } };
}
