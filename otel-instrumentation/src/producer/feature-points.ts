import type { Attributes, HrTime } from '@opentelemetry/api';
import {
  ATTRIBUTES,
  DEVIATION_SIDES,
  FEATURE_PROBLEMS,
  featureBins,
  METRICS,
  type FeatureProblem,
} from '@driftline/shared';
import { isNumeric, type FeatureCounts } from '../recorder/feature-counts.ts';
import type { NumericFeature } from '../recorder/numeric-feature.ts';
import { histogramPoint } from './histogram-point.ts';
import type { PointList } from './metric-list.ts';

/** Adds the live counts of one feature and its reference. */
export function addFeature(list: PointList, feature: FeatureCounts, profile: Attributes, start: HrTime): void {
  const { reference } = feature;
  const attributes = { ...profile, [ATTRIBUTES.featureName]: reference.name };
  let valid = 0;
  featureBins(reference).forEach(({ label, ratio, count }, bin) => {
    const ofBin = { ...attributes, [ATTRIBUTES.featureBin]: label };
    list.add(METRICS.featureObservations, feature.countOf(bin), ofBin, start);
    list.add(METRICS.referenceFeatureRatio, ratio, ofBin, start);
    valid += count;
  });
  for (const problem of FEATURE_PROBLEMS) {
    const ofProblem = { ...attributes, [ATTRIBUTES.featureProblem]: problem };
    list.add(METRICS.featureProblems, feature.problems[problem], ofProblem, start);
  }
  const rows = valid + reference.missing + (reference.kind === 'numeric' ? (reference.invalid ?? 0) : 0);
  list.add(METRICS.referenceFeatureMissingRatio, rows > 0 ? reference.missing / rows : 0, attributes, start);
  if (reference.importance !== undefined) {
    list.add(METRICS.referenceFeatureImportance, reference.importance, attributes, start);
  }
  if (!isNumeric(feature)) return;
  addNumbers(list, feature, attributes, start);
  for (const [problem, count] of Object.entries(trainingProblems(feature))) {
    if (!(count > 0)) continue;
    const ofProblem = { ...attributes, [ATTRIBUTES.featureProblem]: problem };
    list.add(METRICS.referenceFeatureProblemRatio, count / rows, ofProblem, start);
  }
}

/** Training rows with each problem that a profile counts. */
function trainingProblems({ reference, outlierLimit }: NumericFeature): Partial<Record<FeatureProblem, number>> {
  const { invalid = 0, outliers } = reference;
  // Outliers by another limit are other outliers.
  return { invalid, outlier: outliers?.limit === outlierLimit ? outliers.rows : 0 };
}

function addNumbers(list: PointList, feature: NumericFeature, attributes: Attributes, start: HrTime): void {
  const { values, reference } = feature;
  list.addHistogram(METRICS.featureValue, histogramPoint(values), attributes, start);
  for (const side of DEVIATION_SIDES) {
    list.add(METRICS.featureDeviation, values[side], { ...attributes, [ATTRIBUTES.deviationSide]: side }, start);
  }
  list.add(METRICS.featureDeviationSquared, values.squared, attributes, start);
  list.add(METRICS.referenceFeatureMean, reference.mean, attributes, start);
  list.add(METRICS.referenceFeatureStddev, reference.standardDeviation, attributes, start);
  const extremes = values.takeExtremes();
  if (extremes === undefined) return;
  list.add(METRICS.featureMin, extremes.min, attributes, start);
  list.add(METRICS.featureMax, extremes.max, attributes, start);
}
