import { or } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import { labelOf } from '../conventions/series.ts';
import type { Labels } from '../query/answers.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Thresholds } from '../templates/description.ts';
import type { Measure } from '../templates/measure.ts';
import { activityOf, type Activity } from './activity.ts';
import { promqlOf, splitLabels } from './split-by.ts';

/**
 * The query that resolves another: the same over the shorter window. What resolves an alert is the number itself, since
 * noise is no reason to go on firing.
 */
export function resolvingQuery({ resolvedBy, significance: _, ...query }: MeasureQuery): MeasureQuery | undefined {
  return resolvedBy === undefined ? undefined : { ...query, window: resolvedBy.window };
}

/** Where values beyond a limit of the measure lie. One of which neither direction is worse crosses it on both sides. */
export function sideOf({ thresholds, worse }: Measure): Thresholds['side'] {
  return thresholds?.side ?? (worse === 'lower' ? 'below' : 'above');
}

/** Whether a value is known to be within a limit; NaN is not. */
export function isWithin(measure: Measure, value: number, limit: number): boolean {
  const size = sizeOf(measure, value);
  return sideOf(measure) === 'above' ? size <= limit : size >= limit;
}

/** Whether a value is known to be beyond a limit; NaN is not. */
function isBeyond(measure: Measure, value: number, limit: number): boolean {
  const size = sizeOf(measure, value);
  return sideOf(measure) === 'above' ? size > limit : size < limit;
}

/** A limit over both windows: the `long` value has to be beyond it, and the `short` one not known to be within. */
interface Windows<Value> {
  readonly long: Value;
  readonly short: Value;
}

/** Whether the short value resolves what the long one may fire, or the alert at a worse limit is about it already. */
export function isOver(
  measure: Measure,
  { long, short }: Windows<number>,
  { limit, supersededAt }: Pick<NonNullable<MeasureQuery['resolvedBy']>, 'limit' | 'supersededAt'>,
): boolean {
  if (isWithin(measure, short, limit)) return true;
  return supersededAt !== undefined && isBeyond(measure, long, supersededAt) && !isWithin(measure, short, supersededAt);
}

/**
 * The same in PromQL: the `values` that are not over. The values over the windows are names or in parentheses.
 *
 * @param values - the long values that may fire, which are those over the long window unless given
 */
export function unlessOver(
  measure: Measure,
  { long, short }: Windows<string>,
  { limit, supersededAt }: Pick<NonNullable<MeasureQuery['resolvedBy']>, 'limit' | 'supersededAt'>,
  values = long,
): string {
  const within = (at: number): string => `${sized(measure, short)} ${sideOf(measure) === 'above' ? '<=' : '>='} ${at}`;
  const unresolved = `${values} unless ${within(limit)}`;
  if (supersededAt === undefined) return unresolved;
  return `${unresolved} unless (${beyondText(measure, long, supersededAt)} unless ${within(supersededAt)})`;
}

/** PromQL of the values beyond a limit. */
function beyondText(measure: Measure, value: string, limit: number): string {
  return `${sized(measure, value)} ${sideOf(measure) === 'above' ? '>' : '<'} ${limit}`;
}

/** PromQL of what a limit is of: a measure of which neither direction is worse may cross it on both sides. */
export function sized({ worse }: Measure, value: string): string {
  return worse === 'neither' ? `abs(${value})` : value;
}

function sizeOf({ worse }: Measure, value: number): number {
  return worse === 'neither' ? Math.abs(value) : value;
}

/** What is asked of the activity over the short window of a query. */
export interface ShortActivity extends Pick<Activity, 'of' | 'per'> {
  readonly promql: string;
}

/**
 * The activity without which the values of a query are over; undefined if nothing resolves them, or if all of its models
 * run in batches: those have no activity between two runs.
 */
export function shortActivityOf(measure: Measure, query: MeasureQuery): ShortActivity | undefined {
  const resolving = resolvingQuery(query);
  if (resolving === undefined) return undefined;
  const { model = [] } = query.where;
  if (model.length > 0 && model.every((name) => isBatchModel(name, query))) return undefined;
  const { of, per, counted } = activityOf(measure, resolving);
  return { of, per: [...per, ...splitLabels(query)], promql: promqlOf(counted, query) };
}

/** The same with the models that run in batches, which are active while their long window remembers a run. */
export function heldActivity(measure: Measure, query: MeasureQuery): ShortActivity | undefined {
  const short = shortActivityOf(measure, query);
  const { model = [] } = query.where;
  const batches = (query.batchModels ?? []).filter((name) => model.length === 0 || model.includes(name));
  const resolving = resolvingQuery(query);
  if (short === undefined || resolving === undefined || batches.length === 0 || short.of === 'histogram') return short;
  const { counted } = activityOf(measure, { ...query, where: { ...query.where, model: batches } });
  return { ...short, promql: promqlOf(or(activityOf(measure, resolving).counted, counted), query) };
}

/** PromQL of the values of an alert that are not over, for as long as there is activity. */
export function whileActive(values: string, per: readonly string[], activity: string): string {
  return `${values} and on (${per.join(', ')}) ${activity}`;
}

/** Whether a series is that of a model that runs in batches. */
export function isOfBatchModel(labels: Labels, query: MeasureQuery): boolean {
  return isBatchModel(labels[MODEL] ?? '', query);
}

const MODEL = labelOf(ATTRIBUTES.modelName);

function isBatchModel(name: string, { batchModels = [] }: MeasureQuery): boolean {
  return batchModels.includes(name);
}
