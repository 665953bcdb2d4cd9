import type { Dimension } from '../conventions/dimensions.ts';

/** What a live distribution is compared with. */
export type Baseline =
  /** The training data, which the model's profile carries. */
  | { readonly kind: 'reference' }
  /** The same series earlier, by the PromQL duration `offset`: `1d` for yesterday, `1w` for last week. */
  | { readonly kind: 'earlier'; readonly offset: string }
  /** Another version of the model over the same window; the query then names exactly one version of its own. */
  | { readonly kind: 'version'; readonly version: string }
  /** Another histogram, or the same one with other labels, over the same window. */
  | { readonly kind: 'selector'; readonly selector: string };

/** The distribution that a drift measure compares. */
export type DistributionSource =
  /** Each feature of a model. */
  | { readonly kind: 'features' }
  /** The predictions of a model: its classes, or its score. */
  | { readonly kind: 'prediction' }
  /** The actual classes of the outcomes of a model; measures of their own ask about them, not people. */
  | { readonly kind: 'outcomes' }
  /** The scores of a model that are calibrated, by class; likewise. */
  | { readonly kind: 'scores' }
  /** Any histogram that the store already holds, whichever service records it. */
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

/** How precision, recall and F1 combine classes. */
export const AVERAGES = ['favorable', 'macro', 'weighted'] as const;

export type Average = (typeof AVERAGES)[number];

/**
 * How groups are compared: the lowest rate of an attribute with the highest (`extremes`), or each group with the reference
 * group of the attribute (`pairwise`).
 */
export const COMPARISONS = ['extremes', 'pairwise'] as const;

export type Comparison = (typeof COMPARISONS)[number];

/**
 * What is shown of a measure: its `value` and the `observations` that it rests on; of a rate also its `numerator` and
 * the `lower` and `upper` end of its Wilson interval; of a share of problems also the share r of the `training` data and
 * its `excess` over it, (share − r) / (1 − r) and not below 0; of a moment also that of the `training` data; of a measure of drift also the `critical-value` that sampling
 * noise alone exceeds with the probability `significance`.
 */
export const ASPECTS = [
  'value',
  'observations',
  'numerator',
  'lower',
  'upper',
  'training',
  'excess',
  'critical-value',
] as const;

export type Aspect = (typeof ASPECTS)[number];

/** Literal values, never regular expressions, that a query is narrowed to; an empty or absent list asks for all. */
export type Where = Readonly<Partial<Record<Dimension, readonly string[]>>>;

/** Segments of a model, counted by the values of an attribute. */
export interface SegmentChoice {
  /** The attribute, such as `country`; every one unless given. */
  readonly name?: string;
  /** Literal values of it; an empty or absent list asks for all. Each has a result of its own. */
  readonly values?: readonly string[];
}

/** One question to the store, free of Grafana and of React. */
export interface MeasureQuery {
  /** Identifier of a measure, as the registry lists them. */
  readonly measure: string;
  readonly where: Where;
  /** PromQL duration over which live observations are counted, such as `5m`. */
  readonly window: string;
  readonly baseline: Baseline;
  /** The distribution that a drift measure compares; the features unless given. */
  readonly of?: DistributionSource;
  /** What is shown of the measure; its value unless given. */
  readonly show?: Aspect;
  /** How precision, recall and F1 combine classes; the favorable class only unless given. */
  readonly average?: Average;
  /** Favorable class; the one that the profile of the model names unless given. */
  readonly favorable?: string;
  /**
   * How groups are compared. Unless given, pairwise where this query or the profile names a reference group, and by their
   * extremes elsewhere.
   */
  readonly compare?: Comparison;
  /** Reference group, with which each other group is compared; that of the profile unless given. */
  readonly privileged?: string;
  /** Quantile of the latency between 0 and 1; 0.99 if not given. Of a pinball loss, that which is predicted; else 0.5. */
  readonly quantile?: number;
  /**
   * Observations (of a feature, or of each group) below which there is no value. Unless given, 200; for a comparison bin
   * by bin at least 20 for each bin that the baseline uses as well.
   */
  readonly minimumObservations?: number | undefined;
  /**
   * People below whom a group has no value in any measure of fairness, so that no value tells of a few; 10 unless given.
   * Unlike {@link minimumObservations}, which keeps out noise, it is at least 1.
   */
  readonly minimumGroupSize?: number;
  /**
   * Probability with which sampling noise alone exceeds a critical value or leaves a Wilson interval, for any of the
   * features that are asked together of one model (Bonferroni); at most 0.5, and 0.05 unless given. If it is given, a
   * drift measure leaves out values that noise alone may have caused, and an excess is that of the interval's lower end.
   */
  readonly significance?: number;
  /** Asks for segments of a model, each against its own part of the training data; of the model as a whole unless given. */
  readonly segment?: SegmentChoice;
  /** Whether each replica has a value by itself, with enough observations of its own; all together unless given. */
  readonly byReplica?: boolean;
  /**
   * Leaves the value, or the excess, out while over this shorter window it is known to be within the limit, noise or not,
   * or nothing was counted there at all: an alert rule then resolves long before its own window has forgotten. It is also
   * left out where it is beyond `supersededAt` over both windows, the limit of a worse alert that takes its place.
   */
  readonly resolvedBy?: { readonly window: string; readonly limit: number; readonly supersededAt?: number };
  /**
   * Names of models that run in batches. Between two runs nothing is counted of them: that neither resolves their values
   * nor is it missing traffic or lost telemetry.
   */
  readonly batchModels?: readonly string[];
}

export const DEFAULT_WINDOW = '5m';
export const DEFAULT_QUANTILE = 0.99;

/** A prediction that says nothing else is of the median. */
export const DEFAULT_LOSS_QUANTILE = 0.5;

/**
 * With 200 observations in ten bins, the PSI by chance alone is below 0.085 in 95 of 100 windows, so a warning at 0.1 is
 * meaningful. With 100 observations it is below 0.17.
 */
export const DEFAULT_MINIMUM_OBSERVATIONS = 200;

/**
 * The PSI by chance alone is (B − 1) / n on average: with 20 observations for each of B bins it is below 0.05, however
 * many bins there are.
 */
export const OBSERVATIONS_PER_BIN = 20;

/** Group size below which a disclosure is likely: a common limit of statistical offices. */
export const DEFAULT_MINIMUM_GROUP_SIZE = 10;

export const DEFAULT_QUERY: MeasureQuery = {
  measure: 'psi',
  where: {},
  window: DEFAULT_WINDOW,
  baseline: { kind: 'reference' },
};
