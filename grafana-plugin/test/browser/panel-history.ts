import type { SeriesHistory } from '@driftline/local-store';

/** What one model reported in the last hour, and what it goes on to report: everything that the panels show, made up so that its counts are known. */

const MODEL = { ml_model_name: 'income', ml_model_version: '1.4.0' };
/** Seconds between two samples. */
const STEP = 15;
const SAMPLES = 280;
/** Those that lie in the future when a test starts: it takes a while, and the counts stay as they are meanwhile. */
const AHEAD = 48;
/** Sample from which `age` drifts. */
const DRIFT_FROM = 210;

const BINS = [
  '≤22',
  '(22, 26]',
  '(26, 30]',
  '(30, 33]',
  '(33, 37]',
  '(37, 41]',
  '(41, 45]',
  '(45, 50]',
  '(50, 58]',
  '>58',
];
export const FEATURES = [
  'age',
  'capital-gain',
  'capital-loss',
  'education-num',
  'fnlwgt',
  'hours-per-week',
  'occupation',
  'workclass',
];

/** Predictions of one step, by group of sex. */
export const GROUPS: Readonly<Record<string, { readonly each: number; readonly favorable: number }>> = {
  Male: { each: 40, favorable: 16 },
  Female: { each: 20, favorable: 4 },
  Diverse: { each: 0.01, favorable: 0 },
};

/** Outcomes of one step, by predicted and actual class. */
const OUTCOMES: readonly (readonly [predicted: string, actual: string, each: number])[] = [
  ['>50K', '>50K', 5],
  ['>50K', '<=50K', 2],
  ['<=50K', '>50K', 1],
  ['<=50K', '<=50K', 12],
];

/** @param now - milliseconds since 1970 */
export function panelHistory(now: number): SeriesHistory[] {
  const time = (i: number): number => now - (SAMPLES - AHEAD - 1 - i) * STEP * 1000;
  const counter = (name: string, labels: object, perStep: (i: number) => number): SeriesHistory => {
    let sum = 0;
    const samples = Array.from({ length: SAMPLES }, (_, i) => [time(i), (sum += i === 0 ? 0 : perStep(i))] as const);
    return { name, labels: { ...MODEL, ...labels }, samples };
  };
  const gauge = (name: string, labels: object, value: number): SeriesHistory => ({
    name,
    labels: { ...MODEL, ...labels },
    samples: Array.from({ length: SAMPLES }, (_, i) => [time(i), value] as const),
  });
  const features = FEATURES.flatMap((feature, f) => [
    gauge('ml_reference_feature_rows', { ml_feature_name: feature }, 30_000),
    gauge('ml_reference_feature_missing_ratio', { ml_feature_name: feature }, 0),
    ...BINS.flatMap((bin, b) => {
      const labels = { ml_feature_name: feature, ml_feature_bin: bin };
      const drift = (i: number): number =>
        f === 0 && i >= DRIFT_FROM ? (b >= 6 ? 2 : 0.4) : 1 + 0.06 * f * Math.sin(b + i / 20);
      return [
        gauge('ml_reference_feature_ratio', labels, 0.1),
        counter('ml_feature_observations_total', labels, (i) => 4 * drift(i)),
      ];
    }),
  ]);
  const groups = Object.entries(GROUPS).flatMap(([group, { each, favorable }]) =>
    (
      [
        ['>50K', favorable],
        ['<=50K', each - favorable],
      ] as const
    ).map(([predicted, count]) =>
      counter(
        'ml_group_predictions_total',
        { ml_group_attribute: 'sex', ml_group_value: group, ml_prediction_class: predicted },
        () => count,
      ),
    ),
  );
  const outcomes = OUTCOMES.map(([predicted, actual, each]) =>
    counter('ml_outcomes_total', { ml_outcome_predicted: predicted, ml_outcome_actual: actual }, (i) =>
      predicted === actual ? each : each * (1 + Math.sin(i / 12) / 2),
    ),
  );
  return [gauge('ml_reference_rows', {}, 30_000), ...features, ...groups, ...outcomes];
}
