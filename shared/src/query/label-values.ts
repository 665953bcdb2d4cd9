import type { VectorExprBuilder } from '@grafana/promql-builder';
import { ATTRIBUTES, type AttributeName } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { counterSeries, gaugeSeries, labelOf } from '../conventions/series.ts';
import { print } from '../promql/print.ts';
import { modelOf, series, seriesOf } from '../promql/series.ts';
import { parseSelector } from './selector.ts';
import type { MeasureQuery } from './measure-query.ts';

/** What a person can choose from: names that the store holds. */
export const CHOICES = ['models', 'versions', 'features', 'groups', 'classes'] as const;

export type Choice = (typeof CHOICES)[number];

/** The label whose values are the choices, and the series that carry it. */
export interface LabelValuesQuery {
  readonly series: string;
  readonly label: string;
}

const SOURCES: Record<Choice, { readonly name: string; readonly attribute: AttributeName }> = {
  models: { name: gaugeSeries(METRICS.referenceRows), attribute: ATTRIBUTES.modelName },
  versions: { name: gaugeSeries(METRICS.referenceRows), attribute: ATTRIBUTES.modelVersion },
  features: { name: gaugeSeries(METRICS.referenceFeatureMissingRatio), attribute: ATTRIBUTES.featureName },
  groups: { name: counterSeries(METRICS.groupPredictions), attribute: ATTRIBUTES.groupAttribute },
  classes: { name: counterSeries(METRICS.predictions), attribute: ATTRIBUTES.predictionClass },
};

/** Where the names of a choice stand, narrowed to the models and versions that are chosen already. */
export function labelValues(choice: Choice, chosen: Pick<MeasureQuery, 'models' | 'versions'>): LabelValuesQuery {
  const { name, attribute } = SOURCES[choice];
  const narrowing = choice === 'models' ? {} : modelOf(chosen);
  const wanted = choice === 'versions' ? { [ATTRIBUTES.modelName]: chosen.models } : narrowing;
  const vector: VectorExprBuilder = series(name, wanted);
  return { series: print(vector.build()), label: labelOf(attribute) };
}

/**
 * Where the bounds of a classic histogram's buckets stand.
 *
 * @param selector - its name and labels as PromQL, without `_bucket`
 * @throws {QueryError} for a text that is no selector
 */
export function bucketBounds(selector: string): LabelValuesQuery {
  return { series: print(seriesOf(parseSelector('selector', selector), '_bucket').build()), label: 'le' };
}
