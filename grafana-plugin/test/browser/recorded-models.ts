import type { SeriesHistory } from '@driftline/local-store';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Time between two samples. */
const STEP = 30_000;
/** How long the models have been reporting, and how far ahead the samples go, so that a page stays alive meanwhile. */
const REPORTED_FOR = 6 * HOUR;
const AHEAD = 30 * MINUTE;

/** When version 1.4.0 of `income` came, and when age began to drift. */
const DEPLOYED_AGO = 2 * HOUR;
const DRIFTED_AGO = 100 * MINUTE;

type Labels = Readonly<Record<string, string>>;

/** Values per second at a time, in milliseconds before now: a negative time lies ahead. */
type Rate = (ago: number) => number;

interface Lifetime {
  /** Milliseconds before now. */
  readonly from: number;
  readonly to: number;
}

const ALWAYS: Lifetime = { from: REPORTED_FOR, to: -AHEAD };

/** When something reported: once, or with breaks, the oldest first. */
type Times = Lifetime | readonly Lifetime[];

/** Share of the training data and of what is observed, by bin. */
type Bins = Readonly<Record<string, readonly [reference: number, live: number, drifted?: number]>>;

/**
 * The history of three models as a store would hold it: `income` in two versions on two replicas, whose age drifts on
 * both soon after the second version came; `demand`, a regression without outcomes, which reported a week ago too; and
 * `fraud`, silent for three days.
 */
export function recordedModels(now: number): SeriesHistory[] {
  const history = new History(now);
  for (const instance of ['replica-1:9464', 'replica-2:9464']) {
    income(history, { instance, version: '1.3.0', lifetime: { from: REPORTED_FOR, to: DEPLOYED_AGO }, rate: 4 });
    income(history, { instance, version: '1.4.0', lifetime: { from: DEPLOYED_AGO, to: -AHEAD }, rate: 4 });
  }
  income(history, { instance: 'replica-2:9464', version: '1.5.0-rc', lifetime: { from: HOUR, to: -AHEAD }, rate: 0.5 });
  demand(history, [{ from: 7 * DAY + 2 * HOUR, to: 7 * DAY - HOUR }, ALWAYS]);
  fraud(history, { from: 3 * DAY + HOUR, to: 3 * DAY });
  return history.series;
}

/** A regression with outcomes: two versions side by side, of which the second is off by more and too high. */
export function recordedRegression(now: number): SeriesHistory[] {
  const history = new History(now);
  regression(history, { instance: 'rental-1:9464', version: '3.0.0', lifetime: ALWAYS, rate: 2 }, 1);
  regression(history, { instance: 'rental-2:9464', version: '3.1.0', lifetime: ALWAYS, rate: 1 }, 1.4);
  return history.series;
}

interface Deployment {
  readonly instance: string;
  readonly version: string;
  readonly lifetime: Lifetime;
  /** Predictions per second. */
  readonly rate: number;
}

const AGE: Bins = {
  '≤25': [0.2, 0.2, 0.1],
  '(25, 35]': [0.25, 0.25, 0.14],
  '(35, 45]': [0.25, 0.25, 0.2],
  '(45, 60]': [0.2, 0.2, 0.36],
  '>60': [0.1, 0.1, 0.2],
};
const HOURS: Bins = { '≤30': [0.2, 0.21], '(30, 40]': [0.5, 0.49], '>40': [0.3, 0.3] };
const OCCUPATION: Bins = { Sales: [0.4, 0.39], Craft: [0.35, 0.36], Clerical: [0.25, 0.25], other: [0, 0] };

/** What each feature of `income` means to the model. */
const IMPORTANCES: Readonly<Record<string, number>> = { age: 0.5, hours: 0.3, occupation: 0.2 };

function income(history: History, { instance, version, lifetime, rate }: Deployment): void {
  const model: Labels = { instance, ml_model_name: 'income', ml_model_version: version };
  const profile: Labels = { ...model, ml_profile_id: '66da4b50' };
  const drifts = version === '1.4.0';
  const drifted = (ago: number): boolean => drifts && ago <= DRIFTED_AGO;
  const part = (bins: Bins, bin: string, ago: number): number => {
    const [, live, moved = live] = bins[bin] ?? [0, 0];
    return drifted(ago) ? moved : live;
  };
  history.gauge('ml_reference_rows', profile, lifetime, 48_842);
  for (const [name, bins] of Object.entries({ age: AGE, hours: HOURS, occupation: OCCUPATION })) {
    const missing = name === 'occupation' && drifts ? 0.09 : 0.002;
    feature(history, { ...profile, ml_feature_name: name }, lifetime, bins, (bin) => (ago) => {
      return rate * (1 - missing) * part(bins, bin, ago);
    });
    problems(history, { ...profile, ml_feature_name: name }, lifetime, { missing: rate * missing });
    const importance = IMPORTANCES[name] ?? 0;
    history.gauge('ml_reference_feature_importance', { ...profile, ml_feature_name: name }, lifetime, importance);
  }
  const isNumeric = { age: [42, 14], hours: [40, 12] } as const;
  for (const [name, [mean, deviation]] of Object.entries(isNumeric)) {
    const labels = { ...profile, ml_feature_name: name };
    history.gauge('ml_reference_feature_mean', labels, lifetime, mean);
    history.gauge('ml_reference_feature_stddev', labels, lifetime, deviation);
    const shift = name === 'age' ? (ago: number) => (drifted(ago) ? 9 : 0) : () => 0;
    const above: Rate = (ago) => rate * (5 + shift(ago));
    history.counter('ml_feature_deviation_total', { ...labels, ml_deviation_side: 'above' }, lifetime, above);
    history.counter('ml_feature_deviation_total', { ...labels, ml_deviation_side: 'below' }, lifetime, () => rate * 5);
    history.counter('ml_feature_deviation_squared_total', labels, lifetime, () => rate * deviation ** 2);
    history.gauge('ml_feature_min', labels, lifetime, name === 'age' ? 17 : 1);
    history.gauge('ml_feature_max', labels, lifetime, name === 'age' ? 90 : 80);
  }
  predictions(history, model, lifetime, rate, (ago) => (drifted(ago) ? 0.3 : 0.24));
  groups(history, model, lifetime, rate);
  outcomes(history, model, lifetime, rate / 4, (ago) => (drifted(ago) ? 0.78 : 0.85));
  scores(history, profile, lifetime, rate / 4, (ago) => (drifted(ago) ? 0.7 : 1));
  histogram(history, 'ml_outcome_delay', model, lifetime, rate / 4, DELAYS);
  history.gauge('ml_reference_performance', { ...model, ml_performance_measure: 'accuracy' }, lifetime, 0.85);
  durations(history, model, lifetime, rate);
  failures(history, model, lifetime, rate);
}

function predictions(history: History, model: Labels, lifetime: Lifetime, rate: number, favorable: Rate): void {
  const profile = { ...model, ml_profile_id: '66da4b50' };
  const shares: Readonly<Record<string, readonly [number, Rate]>> = {
    '>50K': [0.24, favorable],
    '<=50K': [0.76, (ago) => 1 - favorable(ago)],
    other: [0, () => 0],
  };
  for (const [name, [reference, live]] of Object.entries(shares)) {
    const rateOf: Rate = (ago) => rate * live(ago);
    history.counter('ml_predictions_total', { ...model, ml_prediction_class: name }, lifetime, rateOf);
    history.counter('ml_prediction_observations_total', { ...profile, ml_prediction_bin: name }, lifetime, rateOf);
    history.gauge('ml_reference_prediction_ratio', { ...profile, ml_prediction_bin: name }, lifetime, reference);
    if (name === 'other') continue;
    const isFavorable = name === '>50K' ? 1 : 0;
    history.gauge('ml_reference_prediction_favorable', { ...model, ml_prediction_class: name }, lifetime, isFavorable);
  }
}

function groups(history: History, model: Labels, lifetime: Lifetime, rate: number): void {
  const sexes = { Male: [0.66, 0.27], Female: [0.335, 0.18], other: [0.005, 0.2] } as const;
  for (const [sex, [share, favorable]] of Object.entries(sexes)) {
    const group = { ...model, ml_group_attribute: 'sex', ml_group_value: sex };
    if (sex !== 'other') history.gauge('ml_reference_group_privileged', group, lifetime, sex === 'Male' ? 1 : 0);
    const of =
      (part: number): Rate =>
      () =>
        rate * share * part;
    history.counter('ml_group_predictions_total', { ...group, ml_prediction_class: '>50K' }, lifetime, of(favorable));
    history.counter(
      'ml_group_predictions_total',
      { ...group, ml_prediction_class: '<=50K' },
      lifetime,
      of(1 - favorable),
    );
    const right = sex === 'Female' ? 0.9 : 0.8;
    for (const cell of cells(favorable, () => right)) {
      const labels = { ...group, ml_outcome_predicted: cell.predicted, ml_outcome_actual: cell.actual };
      history.counter('ml_outcomes_total', labels, lifetime, (ago) => (rate / 4) * share * cell.share(ago));
    }
  }
}

function outcomes(history: History, model: Labels, lifetime: Lifetime, rate: number, right: Rate): void {
  for (const { predicted, actual, share } of cells(0.24, right)) {
    const labels = { ...model, ml_outcome_predicted: predicted, ml_outcome_actual: actual };
    history.counter('ml_outcomes_total', labels, lifetime, (ago) => rate * share(ago));
  }
  for (const [label, share] of Object.entries({ '>50K': 0.24, '<=50K': 0.76 })) {
    history.gauge('ml_reference_outcome_ratio', { ...model, ml_outcome_actual: label }, lifetime, share);
  }
  for (const problem of ['unmatched', 'repeated', 'invalid', 'unknown_class']) {
    history.counter('ml_outcome_problems_total', { ...model, ml_outcome_problem: problem }, lifetime, () => 0);
  }
}

/** Outcomes by score: how positives and negatives lie in its bins. */
const SCORES = {
  '≤0.2': [0.05, 0.55],
  '(0.2, 0.4]': [0.1, 0.25],
  '(0.4, 0.6]': [0.2, 0.12],
  '(0.6, 0.8]': [0.3, 0.06],
  '>0.8': [0.35, 0.02],
} as const;

/** @param sharpness - 1 for scores that tell the classes apart as trained, less the more of them lie anywhere */
function scores(history: History, profile: Labels, lifetime: Lifetime, rate: number, sharpness: Rate): void {
  const ofClass = { ...profile, ml_score_class: '>50K' };
  const shares = { true: 0.24, false: 0.76 } as const;
  Object.entries(SCORES).forEach(([bin, parts], rank) => {
    const binned = { ...ofClass, ml_score_bin: bin, ml_score_rank: rank.toString(2).padStart(6, '0') };
    const inBin = (side: 'true' | 'false', ago: number): number =>
      rate * shares[side] * (sharpness(ago) * parts[side === 'true' ? 0 : 1] + (1 - sharpness(ago)) * 0.2);
    for (const side of ['true', 'false'] as const) {
      const labels = { ...binned, ml_outcome_positive: side };
      history.counter('ml_outcome_scores_total', labels, lifetime, (ago) => inBin(side, ago));
    }
    history.counter('ml_outcome_score_expected_total', binned, lifetime, (ago) => {
      return (0.1 + 0.2 * rank) * (inBin('true', ago) + inBin('false', ago));
    });
    const calibrated = { ...binned, ml_score_predicted: String(rank >= 3) };
    const [positives, negatives] = [shares.true * parts[0], shares.false * parts[1]];
    history.counter('ml_prediction_scores_total', calibrated, lifetime, (ago) => {
      return 4 * (inBin('true', ago) + inBin('false', ago));
    });
    history.gauge('ml_reference_score_positive_ratio', calibrated, lifetime, positives / (positives + negatives));
    history.gauge('ml_reference_score_rows', calibrated, lifetime, Math.round(8000 * (positives + negatives)));
  });
  history.counter('ml_outcome_score_error_squared_total', ofClass, lifetime, () => rate * 0.11);
  history.counter('ml_outcome_score_log_loss_total', ofClass, lifetime, () => rate * 0.36);
}

/** The cells of a confusion matrix of two classes, of which the favorable one is predicted in the given share. */
function cells(favorable: number, right: Rate): { predicted: string; actual: string; share: Rate }[] {
  const of = (predicted: string, actual: string, share: Rate) => ({ predicted, actual, share });
  return [
    of('>50K', '>50K', (ago) => favorable * right(ago)),
    of('>50K', '<=50K', (ago) => favorable * (1 - right(ago))),
    of('<=50K', '<=50K', (ago) => (1 - favorable) * right(ago)),
    of('<=50K', '>50K', (ago) => (1 - favorable) * (1 - right(ago))),
  ];
}

function feature(history: History, labels: Labels, lifetime: Times, bins: Bins, rateOf: (bin: string) => Rate): void {
  for (const [bin, [reference]] of Object.entries(bins)) {
    const binned = { ...labels, ml_feature_bin: bin };
    history.counter('ml_feature_observations_total', binned, lifetime, rateOf(bin));
    history.gauge('ml_reference_feature_ratio', binned, lifetime, reference);
  }
  history.gauge('ml_reference_feature_missing_ratio', labels, lifetime, 0.002);
}

function problems(history: History, labels: Labels, lifetime: Times, rates: Readonly<Record<string, number>>): void {
  for (const problem of ['missing', 'invalid', 'unseen', 'outlier', 'out_of_range']) {
    const counted = { ...labels, ml_feature_problem: problem };
    history.counter('ml_feature_problems_total', counted, lifetime, () => rates[problem] ?? 0);
  }
}

/** Shares of predictions that took no longer than a bound, in seconds. */
const DURATIONS: Readonly<Record<string, number>> = { 0.005: 0.3, 0.01: 0.7, 0.025: 0.95, 0.05: 0.995, '+Inf': 1 };

/** Shares of labels that came within a time, in seconds. */
const DELAYS: Readonly<Record<string, number>> = { 60: 0.1, 900: 0.4, 1800: 0.7, 3600: 0.98, '+Inf': 1 };

function durations(history: History, model: Labels, lifetime: Times, rate: number): void {
  histogram(history, 'ml_prediction_duration', model, lifetime, rate, DURATIONS);
  history.counter('ml_prediction_duration_sum', model, lifetime, () => rate * 0.01);
}

/** Shares of the calls that fail, by type of error. */
const FAILURES = { TimeoutError: 0.004, TypeError: 0.001 } as const;

function failures(history: History, model: Labels, lifetime: Times, rate: number): void {
  for (const [type, share] of Object.entries(FAILURES)) {
    histogram(history, 'ml_prediction_duration', { ...model, error_type: type }, lifetime, rate * share, DURATIONS);
  }
}

/** Buckets and count of a histogram, whose sum is another matter. */
function histogram(
  history: History,
  name: string,
  labels: Labels,
  lifetime: Times,
  rate: number,
  shares: Readonly<Record<string, number>>,
): void {
  for (const [le, share] of Object.entries(shares)) {
    history.counter(`${name}_bucket`, { ...labels, le }, lifetime, () => rate * share);
  }
  history.counter(`${name}_count`, labels, lifetime, () => rate);
}

/** Shares of the predictions that are off by no more than a bound. */
const ERRORS: Readonly<Record<string, number>> = { 1: 0.12, 2: 0.3, 5: 0.62, 10: 0.85, 20: 0.97, '+Inf': 1 };

/** @param scale - how many times as far off as the errors of {@link ERRORS} */
function regression(history: History, { instance, version, lifetime, rate }: Deployment, scale: number): void {
  const model: Labels = { instance, ml_model_name: 'rental', ml_model_version: version };
  history.gauge('ml_reference_rows', { ...model, ml_profile_id: 'b1b1b1b1' }, lifetime, 17_379);
  const shares = Object.fromEntries(Object.entries(ERRORS).map(([le, share]) => [le, share ** scale]));
  histogram(history, 'ml_outcome_error', model, lifetime, rate, shares);
  history.counter('ml_outcome_error_sum', model, lifetime, () => rate * 4 * scale);
  history.counter('ml_outcome_error_squared_total', model, lifetime, () => rate * 40 * scale);
  history.counter('ml_outcome_deviation_total', { ...model, ml_deviation_side: 'above' }, lifetime, () => {
    return rate * (scale === 1 ? 2 : 3.5);
  });
  history.counter('ml_outcome_deviation_total', { ...model, ml_deviation_side: 'below' }, lifetime, () => rate * 2);
  residuals(history, { ...model, ml_profile_id: 'b1b1b1b1' }, lifetime, rate, scale);
  history.counter('ml_outcome_error_relative_total', model, lifetime, () => rate * 0.12 * scale);
  history.counter('ml_outcome_zeros_total', model, lifetime, () => rate * 0.04);
  histogram(history, 'ml_outcome_delay', model, lifetime, rate, DELAYS);
  durations(history, model, lifetime, rate);
}

/** Residuals by prediction: too high where the prediction is large. */
function residuals(history: History, profile: Labels, lifetime: Lifetime, rate: number, scale: number): void {
  const bins = { '≤50': [0.3, 1.5], '(50, 150]': [0.4, 2], '(150, 300]': [0.2, 2.5], '>300': [0.1, 6] } as const;
  for (const [bin, [share, below]] of Object.entries(bins)) {
    const ofBin = { ...profile, ml_prediction_bin: bin };
    const side = (name: string): Labels => ({ ...ofBin, ml_deviation_side: name });
    history.counter('ml_outcome_residuals_total', ofBin, lifetime, () => rate * share);
    history.counter('ml_outcome_residual_deviation_total', side('above'), lifetime, () => rate * share * 2);
    history.counter('ml_outcome_residual_deviation_total', side('below'), lifetime, () => rate * share * below * scale);
    history.counter('ml_outcome_residual_squared_total', ofBin, lifetime, () => rate * share * 40 * scale);
  }
  for (const side of ['above', 'below']) {
    const ofSide = { ...profile, ml_deviation_side: side };
    history.counter('ml_outcome_actual_deviation_total', ofSide, lifetime, () => rate * 20);
  }
  history.counter('ml_outcome_actual_deviation_squared_total', profile, lifetime, () => rate * 900);
}

function demand(history: History, lifetime: Times): void {
  const model: Labels = { instance: 'demand:9464', ml_model_name: 'demand', ml_model_version: '2.0.1' };
  const profile: Labels = { ...model, ml_profile_id: 'd0d0d0d0' };
  const rate = 2;
  history.gauge('ml_reference_rows', profile, lifetime, 17_379);
  const bins: Bins = { '≤10': [0.3, 0.31], '(10, 20]': [0.4, 0.4], '>20': [0.3, 0.29] };
  for (const name of ['temperature', 'humidity']) {
    const labels = { ...profile, ml_feature_name: name };
    feature(history, labels, lifetime, bins, (bin) => () => rate * (bins[bin]?.[1] ?? 0));
    problems(history, labels, lifetime, {});
  }
  for (const [bin, [reference, live]] of Object.entries(bins)) {
    const binned = { ...profile, ml_prediction_bin: bin };
    history.counter('ml_prediction_observations_total', binned, lifetime, () => rate * live);
    history.gauge('ml_reference_prediction_ratio', binned, lifetime, reference);
  }
  durations(history, model, lifetime, rate);
}

function fraud(history: History, lifetime: Lifetime): void {
  const model: Labels = { instance: 'fraud:9464', ml_model_name: 'fraud', ml_model_version: '7' };
  history.gauge('ml_reference_rows', { ...model, ml_profile_id: 'f7f7f7f7' }, lifetime, 1000);
  durations(history, model, lifetime, 1);
}

/** Series that are written sample by sample. */
class History {
  readonly series: SeriesHistory[] = [];
  readonly #now: number;

  constructor(now: number) {
    this.#now = Math.floor(now / STEP) * STEP;
  }

  gauge(name: string, labels: Labels, lifetime: Times, value: number): void {
    this.#write(name, labels, lifetime, () => value);
  }

  counter(name: string, labels: Labels, lifetime: Times, rate: Rate): void {
    let sum = 0;
    this.#write(name, labels, lifetime, (ago) => {
      sum += rate(ago) * (STEP / 1000);
      // Whole observations, so that a count stays one.
      return /deviation|error|residual_squared|expected|log_loss/.test(name) && !/_(bucket|count)$/.test(name)
        ? sum
        : Math.floor(sum + 1e-9);
    });
  }

  #write(name: string, labels: Labels, lifetime: Times, valueAt: Rate): void {
    const samples: [number, number][] = [];
    for (const { from, to } of [lifetime].flat()) {
      for (let ago = from; ago >= to; ago -= STEP) samples.push([this.#now - ago, valueAt(ago)]);
    }
    this.series.push({ name, labels, samples });
  }
}
