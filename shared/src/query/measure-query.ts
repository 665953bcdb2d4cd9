import { QueryError } from './query-error.ts';

/** Identifiers of the measures, as they stand in saved dashboards: never renamed. */
export const MEASURE_IDS = [
  'psi',
  'psi-critical-value',
  'psi-contribution',
  'live-share',
  'reference-share',
  'js-distance',
  'hellinger-distance',
  'total-variation',
  'kl-divergence',
  'chi-square',
  'mean-shift',
  'missing-share',
  'invalid-share',
  'outlier-share',
  'unseen-share',
  'out-of-range-share',
  'disparate-impact',
  'selection-rate',
  'latency-quantile',
  'throughput',
  'error-share',
] as const;

export type MeasureId = (typeof MEASURE_IDS)[number];

/** What a live distribution is compared with. The reference profile is the only one today. */
export interface Baseline {
  readonly kind: 'reference';
}

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
  /** Class that a person hopes for; without it the class that the model's own profile names. */
  readonly favourable?: string;
  /** Group that the others are compared with; without it the lowest rate is compared with the highest. */
  readonly privileged?: string;
  /** Quantile of the latency between 0 and 1; 0.99 if not given. */
  readonly quantile?: number;
  /** Observations (of a feature, or of each group) below which there is no value. */
  readonly minimumObservations?: number;
  /** Probability that a stable feature exceeds the PSI's critical value; 0.05 if not given. */
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
  checkShare('quantile', query.quantile, 0.99);
  checkShare('significance', query.significance, 0.05);
  const minimum = query.minimumObservations;
  if (minimum !== undefined && !(Number.isFinite(minimum) && minimum >= 0)) {
    throw new QueryError(`minimumObservations is ${minimum}: give a number that is not negative, such as 100.`);
  }
  if (query.baseline.kind !== 'reference') {
    throw new QueryError(
      `baseline is ${JSON.stringify(query.baseline)}: the reference profile is the only one so far.`,
    );
  }
}

function checkShare(field: string, value: number | undefined, example: number): void {
  if (value !== undefined && !(value > 0 && value < 1)) {
    throw new QueryError(`${field} is ${value}: give a number between 0 and 1, such as ${example}.`);
  }
}
