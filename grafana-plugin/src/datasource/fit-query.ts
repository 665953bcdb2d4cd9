import {
  applicableInputs,
  DEFAULT_QUERY,
  type Baseline,
  type Format,
  type Input,
  type MeasureInfo,
  type Where,
} from '@driftline/shared';
import { baselineKinds, newBaseline } from './baselines.ts';
import { measureAspects } from './measure-aspects.ts';
import type { CompleteQuery } from './types.ts';

/** Fields that a query has only if its measure takes them. */
const OPTIONAL: readonly string[] = [
  'favorable',
  'compare',
  'privileged',
  'average',
  'quantile',
  'minimumObservations',
  'minimumGroupSize',
  'significance',
  'segment',
] satisfies Input[];

/**
 * Drops what the measure of a query does not take, so that nothing of the measure before it is asked unseen. A baseline
 * that does not apply becomes one that does.
 *
 * @param measure - that the query asks for
 */
export function fitQuery(
  { of, show, resolvedBy, format, severity, byReplica, ...asked }: CompleteQuery,
  measure: MeasureInfo,
): CompleteQuery {
  const source = of !== undefined && measure.inputs.includes('of') ? { of } : {};
  const inputs: readonly string[] = applicableInputs(measure.inputs, source.of);
  const kept: object = Object.fromEntries(
    Object.entries(asked).filter(
      ([field, value]) => value !== undefined && (!OPTIONAL.includes(field) || inputs.includes(field)),
    ),
  );
  const query = {
    ...(kept as CompleteQuery),
    ...source,
    ...(format !== undefined && fitsFormat(format, measure) ? { format } : {}),
    ...(severity !== undefined && measure.thresholds?.[severity] !== undefined ? { severity } : {}),
    where: Object.fromEntries(Object.entries(asked.where).filter(([dimension]) => inputs.includes(dimension))) as Where,
    baseline: inputs.includes('baseline') ? fitBaseline(asked.baseline, source.of) : DEFAULT_QUERY.baseline,
  };
  const split = byReplica === true && canBeByReplica(query) ? { ...query, byReplica } : query;
  const shown = show !== undefined && measureAspects(measure, query).includes(show) ? { ...split, show } : split;
  return resolvedBy !== undefined && isOfLimits(shown) ? { ...shown, resolvedBy } : shown;
}

/** Whether each replica may have values by itself: bins and outcomes are those of all together. */
export function canBeByReplica({ format = 'timeseries' }: CompleteQuery): boolean {
  return format === 'timeseries' || format === 'table';
}

/** Whether a query shows what limits are of. */
export function isOfLimits({ show = 'value' }: CompleteQuery): boolean {
  return show === 'value' || show === 'excess';
}

/** Annotations are of every measure: they take a limit that is typed. */
function fitsFormat(format: Format, { formats }: MeasureInfo): boolean {
  return format === 'annotations' || formats.includes(format);
}

function fitBaseline(baseline: Baseline, of: CompleteQuery['of']): Baseline {
  const kinds = baselineKinds(of);
  const [first = 'reference'] = kinds;
  return kinds.includes(baseline.kind) ? baseline : newBaseline(first);
}
