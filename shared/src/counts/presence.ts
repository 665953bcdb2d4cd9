import { count, gt, n, unless } from '@grafana/promql-builder';
import { METRICS } from '../conventions/metrics.ts';
import { groupedBy, keyOf, singleBy } from '../distributions/grouped-series.ts';
import { featureObservations } from '../promql/feature-values.ts';
import { PER_MODEL_NAME, predictionsOfModels, REMEMBERED, reportsOfModels } from '../promql/presence.ts';
import { reference } from '../promql/reference.ts';
import { dimensionLabels } from '../promql/selectors.ts';
import type { Expression } from '../promql/expression.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Rate } from '../statistics/rate.ts';
import { countAt, seriesOf, valueAt, type Counts } from './counts.ts';

/** What is known of a model over the window, and over the last day; NaN where the store has nothing. */
export interface Presence {
  /** Predictions, where there are any. */
  readonly predictions: number;
  readonly predictionsBefore: number;
  /** Series by which it reports. */
  readonly reports: number;
  readonly reportsBefore: number;
}

/** The predictions of each model that reports, over the window and over the last day. */
export const predictionsOfModel = presence({
  predictions: (query) => predictionsOfModels(query, query.window),
  predictionsBefore: (query) => predictionsOfModels(query, REMEMBERED),
  reports: (query) => reportsOfModels(query, query.window),
});

/** Whether each model reports, over the window and over the last day. */
export const reportsOfModel = presence({
  reports: (query) => reportsOfModels(query, query.window),
  reportsBefore: (query) => reportsOfModels(query, REMEMBERED),
});

function presence<Name extends keyof Presence>(
  asked: Readonly<Record<Name, (query: MeasureQuery) => Expression>>,
): Counts<Pick<Presence, Name>> {
  const names = Object.keys(asked) as Name[];
  return {
    selections: (query) => Object.fromEntries(names.map((name) => [name, asked[name](query)])),
    read: (_query, selected) => {
      const models = groupedBy(
        names.flatMap((name) => [...seriesOf(selected, name)]),
        PER_MODEL_NAME,
      );
      const answers = new Map(names.map((name) => [name, singleBy(seriesOf(selected, name), PER_MODEL_NAME)]));
      return [...models.values()].map(({ key, labels }) => ({
        labels,
        at: (index) => {
          const entries = names.map((name) => [name, valueAt(answers.get(name)?.get(key), index)] as const);
          if (entries.every(([, value]) => Number.isNaN(value))) return undefined;
          return Object.fromEntries(entries) as Pick<Presence, Name>;
        },
      }));
    },
  };
}

const PER_FEATURE = dimensionLabels(METRICS.featureObservations);
const PER_MODEL = dimensionLabels(METRICS.predictions);

/** Features of each version of a model that were observed in the window. */
export function observedFeatures(query: MeasureQuery): Expression {
  return count(observed(query)).by([...PER_MODEL]);
}

/** Those of them of which the store has no reference; nothing where it has that of all. */
export function unreferencedFeatures(query: MeasureQuery): Expression {
  const known = reference(METRICS.referenceFeatureRatio, query, PER_FEATURE);
  return count(unless(observed(query), known)).by([...PER_MODEL]);
}

const observed = (query: MeasureQuery): Expression => gt(featureObservations(query), n(0));

/** Features without a reference, of those that were observed. */
export const referencedFeatures: Counts<Rate<number>> = {
  selections: (query) => ({ observed: observedFeatures(query), unreferenced: unreferencedFeatures(query) }),
  read: (_query, selected) => {
    const unreferenced = singleBy(seriesOf(selected, 'unreferenced'), PER_MODEL);
    return seriesOf(selected, 'observed').map((series) => {
      const without = unreferenced.get(keyOf(series.labels, PER_MODEL));
      return {
        labels: series.labels,
        at: (index) => {
          const denominator = valueAt(series, index);
          if (Number.isNaN(denominator)) return undefined;
          return { numerator: countAt(without, index), denominator };
        },
      };
    });
  },
};
