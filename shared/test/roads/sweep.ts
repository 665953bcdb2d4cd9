import { MEASURES } from '../../src/measures/registry.ts';
import { AVERAGES, COMPARISONS, type Baseline, type MeasureQuery } from '../../src/query/measure-query.ts';
import type { Measure } from '../../src/templates/measure.ts';
import { WINDOW } from './exact-series.ts';
import { FEATURE_MODEL, featureCases } from './feature-cases.ts';
import { histogramCases, SERVICES } from './histogram-cases.ts';
import { outcomeCases, REFERENCE_GROUP } from './outcome-cases.ts';
import { REGRESSION_MODEL } from './regression-cases.ts';
import { RETRAINED_MODEL } from './retrained-cases.ts';

/** One way in which a measure can be asked that PromQL can express. */
export interface Asked {
  readonly title: string;
  readonly query: MeasureQuery;
}

const EARLIER: Baseline = { kind: 'earlier', offset: WINDOW };
const VERSION: Baseline = { kind: 'version', version: '2' };

/**
 * Every measure that has both roads, with each baseline, source and input that it takes, and each of its aspects: what
 * the store computes and what follows from the counts have to be the same number.
 *
 * @param models - those that have outcomes
 */
export function sweep(base: MeasureQuery, models = outcomeCases().map(({ model }) => model)): Asked[] {
  return MEASURES.filter(({ hasPromql }) => hasPromql).flatMap((measure) =>
    queriesOf(measure, base, models).flatMap(({ title, query }) =>
      measure
        .aspects(query)
        .filter((show) => measure.promql(query, show) !== undefined)
        // The replicas change by what is grouped, which no aspect changes.
        .filter((show) => query.byReplica !== true || show === 'value')
        .map((show) => ({ title: `${measure.id} ${show} ${title}`, query: { ...query, show } })),
    ),
  );
}

function queriesOf(measure: Measure, base: MeasureQuery, models: readonly string[]): Asked[] {
  const query = { ...base, measure: measure.id, where: whereOf(measure, models) };
  const takes = (input: Measure['inputs'][number]): boolean => measure.inputs.includes(input);
  const baselines = takes('baseline')
    ? [
        { title: 'against an earlier time', query: { ...query, baseline: EARLIER } },
        // The scores are those of one version.
        ...(measure.id === 'score-psi'
          ? []
          : [{ title: 'against another version', query: { ...query, baseline: VERSION } }]),
      ]
    : [];
  return [
    { title: 'as it is', query },
    ...baselines,
    // The other cases spread what one replica would export over two.
    ...(takes('feature') ? [{ title: 'of each replica', query: { ...query, byReplica: true } }] : []),
    ...(measure.observationsPerBin > 0
      ? [{ title: 'as it is', query }, ...baselines].map((each) => ({
          title: `${each.title} with the minimum of the measure`,
          query: { ...each.query, minimumObservations: undefined },
        }))
      : []),
    ...(takes('of') ? [...ofPredictions(query, models), ...ofHistograms(query)] : []),
    ...(takes('average')
      ? AVERAGES.map((average) => ({ title: `averaged ${average}`, query: { ...query, average } }))
      : []),
    ...(takes('favorable')
      ? [
          {
            title: 'of a named class',
            query: { ...query, where: { ...query.where, model: models.slice(0, 1) }, favorable: favorable() },
          },
        ]
      : []),
    ...(takes('privileged') ? [{ title: 'against a group', query: { ...query, privileged: REFERENCE_GROUP } }] : []),
    ...(takes('compare')
      ? COMPARISONS.map((compare) => ({ title: `compared by ${compare}`, query: { ...query, compare } }))
      : []),
    ...(takes('minimumGroupSize')
      ? [
          { title: 'of one attribute', query: { ...query, where: { ...query.where, group: ['sex'] } } },
          { title: 'of groups of one', query: { ...query, minimumGroupSize: 1 } },
        ]
      : []),
    ...(takes('quantile') ? [{ title: 'as a median', query: { ...query, quantile: 0.5 } }] : []),
    ...(takes('significance')
      ? [query, ...baselines.map((each) => each.query)].map((each) => ({
          title: `beyond noise against ${each.baseline.kind}`,
          query: { ...each, significance: 0.2 },
        }))
      : []),
    ...(takes('significance') && takes('feature')
      ? [3, 20].map((features) => ({
          title: `of ${features} features beyond noise`,
          query: narrowed({ ...query, significance: 0.2 }, features),
        }))
      : []),
  ];
}

/** The same about some of the features: a significance is shared by fewer. */
function narrowed(query: MeasureQuery, features: number): MeasureQuery {
  const names = featureCases().slice(0, features);
  return { ...query, where: { ...query.where, feature: names.map(({ feature }) => feature) } };
}

function ofPredictions(query: MeasureQuery, models: readonly string[]): Asked[] {
  const of = { kind: 'prediction' } as const;
  const where = { model: models, version: ['1'] };
  return [
    { title: 'of predictions', query: { ...query, where, of } },
    { title: 'of predictions against an earlier time', query: { ...query, where, of, baseline: EARLIER } },
    { title: 'of predictions against another version', query: { ...query, where, of, baseline: VERSION } },
  ];
}

function ofHistograms(query: MeasureQuery): Asked[] {
  return histogramCases().flatMap(({ name, edges }) => {
    const of = { kind: 'histogram', selector: `${name}{service="${SERVICES[0]}"}`, edges, by: [] } as const;
    const baseline = { kind: 'selector', selector: `${name}{service="${SERVICES[1]}"}` } as const;
    return [
      { title: `of ${name} against an earlier time`, query: { ...query, where: {}, of, baseline: EARLIER } },
      { title: `of ${name} against a selector`, query: { ...query, where: {}, of, baseline } },
      {
        title: `of ${name} by service`,
        query: { ...query, where: {}, of: { ...of, selector: name, by: ['service'] }, baseline: EARLIER },
      },
    ];
  });
}

/** The model whose series a measure is about. */
function whereOf(measure: Measure, models: readonly string[]): MeasureQuery['where'] {
  if (measure.inputs.includes('feature')) return { model: [FEATURE_MODEL, RETRAINED_MODEL], version: ['1'] };
  if (OF_OTHER.has(measure.id)) return { model: ['other'] };
  if (OF_REGRESSION.has(measure.id)) return { model: [REGRESSION_MODEL] };
  return { model: models, version: ['1'] };
}

/** Measures of calls, of labels' delays, of the errors of a regression, and of segments. */
const OF_OTHER = new Set([
  'mean-absolute-error',
  'root-mean-squared-error',
  'bias',
  'label-delay',
  'latency-quantile',
  'throughput',
  'error-share',
  'error-type-share',
  'worst-segment',
]);

/** Measures of a regression by its actual values, and of rankings. */
const OF_REGRESSION = new Set([
  'mean-absolute-percentage-error',
  'pinball-loss',
  'r-squared',
  'residual',
  'ndcg',
  'hit-rate',
]);

function favorable(): string {
  return outcomeCases()[0]?.favorable ?? '';
}
