import { RandomForestRegression } from 'ml-random-forest';
import { FEATURES, type Features, type Ride } from './rides.ts';

/** Bikes that will be rented in an hour with these features. */
export type Predict = (features: Features) => number;

/** Trains the random forest of Evidently's tutorial, the same one at each call; it takes a few seconds. */
export function trainForest(rides: readonly Ride[]): Predict {
  const forest = new RandomForestRegression({
    seed: 0,
    nEstimators: 50,
    // As scikit-learn's regression has it: every tree sees all features, grows to the end, and the mean answers.
    maxFeatures: FEATURES.length,
    treeOptions: { minNumSamples: 1 },
    selectionMethod: 'mean',
    replacement: false,
    useSampleBagging: true,
    noOOB: true,
  });
  forest.train(
    rides.map(({ features }) => rowOf(features)),
    rides.map(({ count }) => count),
  );
  return (features) => forest.predict([rowOf(features)])[0] ?? NaN;
}

function rowOf(features: Features): number[] {
  return FEATURES.map((feature) => features[feature]);
}
