import type { MeasureId } from '../measures/measure-ids.ts';
import { QueryError } from './query-error.ts';
import { parseSelector } from './selector.ts';

/** What a live distribution is compared with. */
export type Baseline =
  /** The training data, which the model's profile carries. */
  | { readonly kind: 'reference' }
  /** The same series as long ago as the PromQL duration `offset` says: `1d` for yesterday, `1w` for last week. */
  | { readonly kind: 'earlier'; readonly offset: string }
  /** Another version of the model over the same window; the query then names exactly one version of its own. */
  | { readonly kind: 'version'; readonly version: string }
  /** Another histogram, or the same one with other labels, over the same window. */
  | { readonly kind: 'selector'; readonly selector: string };

/** Whose distribution a measure of drift looks at. */
export type DistributionSource =
  /** Each feature of a model. */
  | { readonly kind: 'features' }
  /** What a model answers: its classes, or its score. */
  | { readonly kind: 'prediction' }
  /** Any histogram that the store holds already, recorded by whomever. */
  | HistogramSource;

export interface HistogramSource {
  readonly kind: 'histogram';
  /** Its name and labels as PromQL, such as `http_request_duration_seconds{job="api"}`. */
  readonly selector: string;
  /** Ascending upper bounds of its buckets without +Inf; of a native histogram, the edges to look at. */
  readonly edges: readonly number[];
  /** Labels that tell one distribution from another, such as `job`; without any, all series are one distribution. */
  readonly by: readonly string[];
  /** Whether it is a native histogram, without a series for each bucket. */
  readonly native?: boolean;
}

/** How classes are put together in precision, recall and F1. */
export const AVERAGES = ['favorable', 'macro', 'weighted'] as const;

export type Average = (typeof AVERAGES)[number];

/**
 * What is shown of a measure: its `value`; of a rate the `hits` and the `observations` it is made of, and the `lower`
 * and `upper` end of its Wilson interval; of a measure of drift its `observations` and the `critical` value that
 * sampling noise alone exceeds with the probability `significance`.
 */
export const ASPECTS = ['value', 'observations', 'hits', 'lower', 'upper', 'critical'] as const;

export type Aspect = (typeof ASPECTS)[number];

/**
 * One question to the store, free of Grafana and of React. Lists are literal values, never regular expressions; an
 * empty list asks for all.
 */
export interface MeasureQuery {
  readonly measure: MeasureId;
  readonly models: readonly string[];
  readonly versions: readonly string[];
  readonly features: readonly string[];
  /** Group attributes, such as `sex`. */
  readonly groups: readonly string[];
  /** PromQL duration over which live observations are counted, such as `5m`. */
  readonly window: string;
  readonly baseline: Baseline;
  /** Whose distribution a measure of drift looks at; the features unless given. */
  readonly of?: DistributionSource;
  /** What is shown of the measure; its value unless given. */
  readonly show?: Aspect;
  /** How precision, recall and F1 put classes together; of the favorable class alone unless given. */
  readonly average?: Average;
  /** Class that a person hopes for; without it the class that the model's own profile names. */
  readonly favorable?: string;
  /** Group that the others are compared with; without it the lowest rate is compared with the highest. */
  readonly privileged?: string;
  /** Quantile of the latency between 0 and 1; 0.99 if not given. */
  readonly quantile?: number;
  /** Observations (of a feature, or of each group) below which there is no value. */
  readonly minimumObservations?: number;
  /**
   * Probability with which sampling noise alone exceeds a critical value or leaves a Wilson interval. Where it is given,
   * a measure of drift has no value that noise alone may have made; critical values and intervals take 0.05 otherwise.
   */
  readonly significance?: number;
}

export const DEFAULT_WINDOW = '5m';
export const DEFAULT_QUANTILE = 0.99;
export const DEFAULT_SIGNIFICANCE = 0.05;

/**
 * At 200 observations the PSI that chance alone gives ten bins is below 0.085 in 95 windows of a hundred, so that the
 * warning at 0.1 means something; at 100 it is 0.17.
 */
export const DEFAULT_MINIMUM_OBSERVATIONS = 200;

export const DEFAULT_QUERY: MeasureQuery = {
  measure: 'psi',
  models: [],
  versions: [],
  features: [],
  groups: [],
  window: DEFAULT_WINDOW,
  baseline: { kind: 'reference' },
};

const DURATION = /^(\d+(ms|[smhdwy]))+$/;
const GRAFANA_DURATION = /^\$(__rate_interval|__interval|__range)$/;

/**
 * Refuses what would compile to a wrong or an unsafe expression.
 *
 * @throws {QueryError}
 */
export function checkQuery(query: MeasureQuery): void {
  // Grafana's own interval variables are left for the Prometheus data source to fill in.
  if (!DURATION.test(query.window) && !GRAFANA_DURATION.test(query.window)) {
    throw new QueryError(`window is ${JSON.stringify(query.window)}: give a Prometheus duration such as 5m, 1h or 1d.`);
  }
  checkChoice('show', query.show, ASPECTS);
  checkChoice('average', query.average, AVERAGES);
  checkShare('quantile', query.quantile, 0.99);
  checkShare('significance', query.significance, 0.05);
  const minimum = query.minimumObservations;
  if (minimum !== undefined && !(Number.isFinite(minimum) && minimum >= 0)) {
    throw new QueryError(`minimumObservations is ${minimum}: give a number that is not negative, such as 100.`);
  }
  checkOf(query.of);
  checkBaseline(query);
}

const LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

function checkOf(of: DistributionSource = { kind: 'features' }): void {
  if (of.kind !== 'histogram') return;
  parseSelector('of.selector', of.selector);
  if (
    of.edges.length === 0 ||
    !of.edges.every((edge, i) => Number.isFinite(edge) && edge > (of.edges[i - 1] ?? -Infinity))
  ) {
    throw new QueryError(
      `of.edges is [${of.edges.join(', ')}]: give the ascending bounds of the histogram's buckets, without +Inf.`,
    );
  }
  const wrong = of.by.find((label) => !LABEL.test(label) || label === 'le');
  if (wrong !== undefined) {
    throw new QueryError(`of.by holds ${JSON.stringify(wrong)}: give names of labels such as job, without le.`);
  }
}

function checkBaseline({ baseline, of = { kind: 'features' }, versions }: MeasureQuery): void {
  switch (baseline.kind) {
    case 'reference':
      if (of.kind === 'histogram') {
        throw new QueryError(
          'baseline is the reference profile, which a histogram does not have: compare it with an earlier time or ' +
            'another selector.',
        );
      }
      return;
    case 'earlier':
      if (!DURATION.test(baseline.offset)) {
        throw new QueryError(
          `baseline.offset is ${JSON.stringify(baseline.offset)}: give a Prometheus duration such as 1d or 1w.`,
        );
      }
      return;
    case 'version':
      if (of.kind === 'histogram') {
        throw new QueryError('baseline is a version, which a histogram does not have: give another selector.');
      }
      if (versions.length !== 1 || versions[0] === baseline.version) {
        throw new QueryError(
          `baseline is version ${JSON.stringify(baseline.version)}: choose exactly one other version to compare with it.`,
        );
      }
      return;
    case 'selector':
      if (of.kind !== 'histogram') {
        throw new QueryError('baseline is a selector, which only a histogram is compared with: choose another.');
      }
      parseSelector('baseline.selector', baseline.selector);
      return;
    default:
      throw new QueryError(
        `baseline is ${JSON.stringify(baseline)}: its kind is one of reference, earlier, version and selector.`,
      );
  }
}

function checkChoice(field: string, value: string | undefined, choices: readonly string[]): void {
  if (value !== undefined && !choices.includes(value)) {
    throw new QueryError(`${field} is ${JSON.stringify(value)}: give one of ${choices.join(', ')}.`);
  }
}

function checkShare(field: string, value: number | undefined, example: number): void {
  if (value !== undefined && !(value > 0 && value < 1)) {
    throw new QueryError(`${field} is ${value}: give a number between 0 and 1, such as ${example}.`);
  }
}
