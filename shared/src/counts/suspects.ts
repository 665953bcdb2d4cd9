import { METRICS } from '../conventions/metrics.ts';
import { comparedLabels } from '../distributions/compared-labels.ts';
import { valuesBy } from '../distributions/grouped-series.ts';
import { reference } from '../promql/reference.ts';
import { comparedBins, type ComparedBins } from './compared-bins.ts';
import { seriesOf, type Counts } from './counts.ts';

/** One feature on both sides of a comparison, with how much it means to the model. */
export interface Suspect {
  readonly bins: ComparedBins;
  /** Of 1 for all features of the model; 1 for each where the profile has none. */
  readonly importance: number;
}

/** The features of each model, with their importances. */
export const suspects: Counts<Suspect> = {
  selections: (query) => ({
    ...comparedBins.selections(query),
    importance: reference(
      METRICS.referenceFeatureImportance,
      query,
      comparedLabels(METRICS.referenceFeatureImportance, query),
    ),
  }),
  read: (query, selected) => {
    const per = comparedLabels(METRICS.referenceFeatureImportance, query);
    const importanceOf = valuesBy(seriesOf(selected, 'importance'), per);
    return comparedBins.read(query, selected).map(({ labels, at }) => ({
      labels,
      at: (index) => {
        const bins = at(index);
        if (bins === undefined) return undefined;
        const importance = importanceOf(labels, index);
        return { bins, importance: Number.isNaN(importance) ? 1 : importance };
      },
    }));
  },
};
