import type { ModelMonitor } from '../src/recorder/model-monitor.ts';
import { exampleProfile } from './example-profile.ts';

const score = { edges: [0.25, 0.75], counts: [25, 50, 25], mean: 0.5, standardDeviation: 0.2, minimum: 0, maximum: 1 };

/** A model of classes with scores, groups of which one is privileged, outliers in training and a performance. */
export function classifierProfile() {
  const profile = exampleProfile('classifier');
  Object.assign(profile.features[0] as object, { outliers: { limit: 4, rows: 1 }, importance: 1 });
  return {
    ...profile,
    prediction: {
      ...profile.prediction,
      labelCounts: [70, 30],
      score,
      scoreBins: [
        {
          ...{ class: 'yes', edges: [0.25, 0.5], counts: [25, 25, 50], threshold: 0.5 },
          calibration: { rows: [10, 20, 10], positives: [1, 5, 8] },
        },
      ],
    },
    groups: profile.groups.map((group) => ({ ...group, privileged: 'Male' })),
    performance: { accuracy: 0.9 },
  };
}

/** A model of numbers. */
export function regressionProfile() {
  return { ...exampleProfile('regression'), prediction: { kind: 'regression', score }, groups: [] };
}

/** Options without which nothing is exported of rankings. */
export const RANKED = { rankingCutoffs: [1, 3] };

/** Records each kind of observation on both, which are made with {@link RANKED}, so that every metric of the catalog has a point. */
export function recordEverything(classifier: ModelMonitor, regression: ModelMonitor): void {
  const features = { age: 30, work: 'State', sex: 'Female' };
  classifier.record({ features, prediction: 'yes', score: 0.8, id: 'a', durationSeconds: 0.01 });
  classifier.recordOutcome({ id: 'a', actual: 'no' });
  classifier.recordOutcome({ id: 'unknown', actual: 'no' });
  classifier.recordRanking({ relevance: [0, 1, 1] });
  classifier.recordFailure(new TypeError('no such feature'), 0.01);
  regression.record({ features, prediction: 0.5, id: 'b', durationSeconds: 0.01 });
  regression.recordOutcome({ id: 'b', actual: 0.75 });
}
