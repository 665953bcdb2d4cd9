import type { SeriesHistory } from '@driftline/local-store';

/** Names that a page must show as they are: markup, quotes, backslashes, emoji, right to left, and very long. */
export const HOSTILE_NAMES = [
  '<img src=x onerror=alert(1)>',
  '"quoted" \\ {{label}} ${variable}',
  '🦊 fox',
  'גיל הלקוח',
  `long ${'x'.repeat(294)}`,
];
/** Features of the model `many`. */
export const MANY = 5000;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** What a model reports before the range that a dashboard shows. */
const LONG_AGO = 60 * MINUTE;

type Labels = Readonly<Record<string, string>>;

/** How a model of this history is. */
interface Oddity {
  /** Of features, groups and classes. */
  readonly names: readonly string[];
  readonly bins: readonly string[];
  readonly hasReference?: boolean;
  /** Milliseconds since it reported last; reports go on unless given. */
  readonly silentFor?: number;
}

const TWO = ['low', 'high'];
const ODD: Readonly<Record<string, Oddity>> = {
  hostile: { names: HOSTILE_NAMES, bins: ['low', '<b>high</b>'] },
  bare: { names: TWO, bins: TWO, hasReference: false },
  one: { names: ['only'], bins: ['all'] },
  gone: { names: TWO, bins: TWO, silentFor: LONG_AGO },
};

/**
 * What models report that a developer does not think of: `hostile` names, `bare` without a reference, `one` feature of one
 * bin, group and class, `gone` before the range, and `many` features.
 *
 * @param now - milliseconds since 1970
 */
export function oddHistory(now: number): SeriesHistory[] {
  return [...Object.entries(ODD).flatMap(([model, oddity]) => oddModel(now, model, oddity)), ...manyFeatures(now)];
}

function oddModel(
  now: number,
  model: string,
  { names, bins, hasReference = true, silentFor }: Oddity,
): SeriesHistory[] {
  const own = { ml_model_name: model, ml_model_version: '1' };
  const end = silentFor === undefined ? now + 10 * MINUTE : now - silentFor;
  const add = (name: string, labels: Labels, value: (i: number) => number): SeriesHistory =>
    series(name, { ...own, ...labels }, now - LONG_AGO - 20 * MINUTE, end, 15 * SECOND, value);
  const reference = (name: string, labels: Labels, value: number): SeriesHistory[] =>
    hasReference ? [add(name, labels, () => value)] : [];

  const features = names.flatMap((feature, f) => {
    const of = { ml_feature_name: feature };
    return [
      ...reference('ml_reference_feature_rows', of, 30_000),
      ...bins.flatMap((bin, b) => {
        const binned = { ...of, ml_feature_bin: bin };
        // Each moved more than the one before.
        const count = (i: number): number => i * (40 + (b === 0 ? 20 * f : 0));
        return [
          ...reference('ml_reference_feature_ratio', binned, 1 / bins.length),
          add('ml_feature_observations_total', binned, count),
        ];
      }),
    ];
  });
  const groups = names.flatMap((group, g) =>
    ['>50K', '<=50K'].map((predicted) =>
      add(
        'ml_group_predictions_total',
        { ml_group_attribute: 'kind', ml_group_value: group, ml_prediction_class: predicted },
        (i) => i * (predicted === '>50K' ? 10 + g : 20),
      ),
    ),
  );
  const outcomes = names.flatMap((predicted) =>
    names.map((actual) =>
      add('ml_outcomes_total', { ml_outcome_predicted: predicted, ml_outcome_actual: actual }, (i) =>
        predicted === actual ? i * 9 : i,
      ),
    ),
  );
  return [...reference('ml_reference_rows', {}, 30_000), ...features, ...groups, ...outcomes];
}

/** Features of two bins, of which each moved a little more than the one before. */
function manyFeatures(now: number): SeriesHistory[] {
  const own = { ml_model_name: 'many', ml_model_version: '1' };
  const add = (name: string, labels: Labels, value: (i: number) => number): SeriesHistory =>
    series(name, { ...own, ...labels }, now - 12 * MINUTE, now + 5 * MINUTE, MINUTE, value);
  const features = Array.from({ length: MANY }, (_, f) => {
    const of = { ml_feature_name: `feature ${f}` };
    return TWO.flatMap((bin, b) => [
      add('ml_reference_feature_ratio', { ...of, ml_feature_bin: bin }, () => 0.5),
      add('ml_feature_observations_total', { ...of, ml_feature_bin: bin }, (i) => i * (b === 0 ? 1000 + f : 1000)),
    ]);
  });
  return [add('ml_reference_rows', {}, () => 30_000), ...features.flat()];
}

function series(
  name: string,
  labels: Labels,
  start: number,
  end: number,
  step: number,
  value: (i: number) => number,
): SeriesHistory {
  const count = Math.ceil((end - start) / step);
  const samples = Array.from({ length: count }, (_, i): [number, number] => [start + i * step, value(i)]);
  return { name, labels, samples };
}
