import type { SeriesHistory } from '@driftline/local-store';
import {
  ATTRIBUTES,
  counterSeries,
  gaugeSeries,
  labelOf,
  METRICS,
  type AttributeName,
  type Labels,
} from '@driftline/shared';

/** The end of the history, in seconds since 1970: when the doctor looks. */
export const END = Math.floor(Date.now() / 1000);
const STEP = 15;
const LENGTH = 40 * 60;

/** Value of a series by the seconds since the history began. */
type Shape = (seconds: number) => number;

/** A counter that rises by so much a second. */
export const rising =
  (perSecond = 1): Shape =>
  (seconds) =>
    perSecond * seconds;

export const steady =
  (value: number): Shape =>
  () =>
    value;

/** A counter of four processes, of which every scrape meets the next. */
export const sharedByFour: Shape = (seconds) => seconds + 1000 * ((seconds / STEP) % 4);

/** A counter of a process that restarts every minute, and when it started. */
export const restarting: Shape = (seconds) => seconds % 60;
export const startOfRestarting: Shape = (seconds) => seconds - (seconds % 60);

export interface OneSeries {
  readonly name: string;
  readonly labels: Labels;
  readonly shape: Shape;
}

type Attributes = Partial<Record<AttributeName, string>>;

export function series(name: string, attributes: Attributes, shape: Shape): OneSeries {
  const labels = Object.entries(attributes).map(([attribute, value]) => [labelOf(attribute as AttributeName), value]);
  return { name, labels: Object.fromEntries(labels) as Labels, shape };
}

const observations = (featureName: string, featureBin: string, shape: Shape): OneSeries =>
  series(
    counterSeries(METRICS.featureObservations),
    { [ATTRIBUTES.featureName]: featureName, [ATTRIBUTES.featureBin]: featureBin },
    shape,
  );
const problem = (featureName: string, featureProblem: string, shape: Shape): OneSeries =>
  series(
    counterSeries(METRICS.featureProblems),
    { [ATTRIBUTES.featureName]: featureName, [ATTRIBUTES.featureProblem]: featureProblem },
    shape,
  );

/** A feature with the shares of its bins in the training data, and the increase a second of each. */
export interface FeatureSpec {
  readonly bins: Readonly<Record<string, readonly [training: number, live: Shape]>>;
  readonly missing?: readonly [training: number, live: Shape];
  readonly invalid?: Shape;
}

export function feature(
  name: string,
  { bins, missing = [0, steady(0)], invalid = steady(0) }: FeatureSpec,
): OneSeries[] {
  const named = { [ATTRIBUTES.featureName]: name };
  return [
    ...Object.entries(bins).flatMap(([bin, [training, live]]) => [
      observations(name, bin, live),
      series(gaugeSeries(METRICS.referenceFeatureRatio), { ...named, [ATTRIBUTES.featureBin]: bin }, steady(training)),
    ]),
    problem(name, 'missing', missing[1]),
    problem(name, 'invalid', invalid),
    series(gaugeSeries(METRICS.referenceFeatureMissingRatio), named, steady(missing[0])),
  ];
}

export const age = (live: Partial<FeatureSpec> & { readonly shape?: Shape } = {}): OneSeries[] =>
  feature('age', {
    bins: { '≤40': [0.5, live.shape ?? rising(0.5)], '>40': [0.5, live.shape ?? rising(0.5)] },
    ...live,
  });

export const work = (live: Partial<FeatureSpec> & { readonly shape?: Shape } = {}): OneSeries[] =>
  feature('work', {
    bins: { Private: [0.9, live.shape ?? rising(0.9)], other: [0.1, live.shape ?? rising(0.1)] },
    ...live,
  });

/** Predictions of each class a second. */
export function predictions(live: Readonly<Record<string, Shape>>): OneSeries[] {
  return Object.entries(live).flatMap(([label, shape]) => [
    series(counterSeries(METRICS.predictions), { [ATTRIBUTES.predictionClass]: label }, shape),
    series(counterSeries(METRICS.predictionObservations), { [ATTRIBUTES.predictionBin]: label }, shape),
    series(
      gaugeSeries(METRICS.referencePredictionRatio),
      { [ATTRIBUTES.predictionBin]: label },
      steady(label === 'other' ? 0 : 0.5),
    ),
  ]);
}

export const calls = (shape: Shape = rising(), attributes: Attributes = {}): OneSeries =>
  series('ml_prediction_duration_seconds_count', attributes, shape);

export const referenceRows = (rows = 1000): OneSeries => series(gaugeSeries(METRICS.referenceRows), {}, steady(rows));

export const outcomes = (shape: Shape): OneSeries =>
  series(
    counterSeries(METRICS.outcomes),
    { [ATTRIBUTES.outcomePredicted]: 'yes', [ATTRIBUTES.outcomeActual]: 'yes' },
    shape,
  );

export const outcomeProblem = (kind: string, shape: Shape): OneSeries =>
  series(counterSeries(METRICS.outcomeProblems), { [ATTRIBUTES.outcomeProblem]: kind }, shape);

export const groups = (live: Readonly<Record<string, Shape>>): OneSeries[] =>
  Object.entries(live).map(([value, shape]) =>
    series(
      counterSeries(METRICS.groupPredictions),
      { [ATTRIBUTES.groupAttribute]: 'sex', [ATTRIBUTES.groupValue]: value, [ATTRIBUTES.predictionClass]: 'yes' },
      shape,
    ),
  );

/** The parts of a model; each may be given otherwise. */
export interface ModelParts {
  readonly version?: string;
  readonly reference?: readonly OneSeries[];
  readonly age?: readonly OneSeries[];
  readonly work?: readonly OneSeries[];
  readonly predictions?: readonly OneSeries[];
  readonly calls?: readonly OneSeries[];
  readonly groups?: readonly OneSeries[];
  readonly outcomes?: readonly OneSeries[];
  readonly more?: readonly OneSeries[];
  /** Labels of the replica; by default an instance named after the model. */
  readonly replica?: Labels;
  /** Further series of the replica that name no model. */
  readonly modelless?: readonly OneSeries[];
  /** Seconds before the end at which samples begin and end, and between them. */
  readonly from?: number;
  readonly until?: number;
  readonly step?: number;
}

/** All series of one replica of a model, healthy unless said otherwise: a row, a call and a prediction a second. */
export function model(name: string, parts: ModelParts = {}): SeriesHistory[] {
  const {
    version = '1',
    reference = [referenceRows()],
    replica = { job: 'service', instance: `${name}:9464` },
    from = LENGTH,
    until = 0,
    step = STEP,
  } = parts;
  const own = { [labelOf(ATTRIBUTES.modelName)]: name, [labelOf(ATTRIBUTES.modelVersion)]: version };
  const all = [
    ...reference,
    ...(parts.age ?? age()),
    ...(parts.work ?? work()),
    ...(parts.predictions ?? predictions({ no: rising(0.5), yes: rising(0.5), other: steady(0) })),
    ...(parts.calls ?? [calls()]),
    ...(parts.groups ?? groups({ Female: rising(0.5), Male: rising(0.5), other: steady(0) })),
    ...(parts.outcomes ?? [outcomes(steady(0)), outcomeProblem('unmatched', steady(0))]),
    ...(parts.more ?? []),
  ];
  const times = Array.from(
    { length: Math.floor((from - until) / step) + 1 },
    (_, i) => END - until - i * step,
  ).reverse();
  const begin = END - LENGTH;
  return [
    ...all.map((each) => ({ ...each, labels: { ...own, ...replica, ...each.labels } })),
    ...(parts.modelless ?? []).map((each) => ({ ...each, labels: { ...replica, ...each.labels } })),
  ].map(({ name, labels, shape }) => ({
    name,
    labels,
    samples: times.map((time) => [time * 1000, shape(time - begin)] as const),
  }));
}
