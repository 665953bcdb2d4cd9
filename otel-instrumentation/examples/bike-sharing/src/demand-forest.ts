import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { RandomForestRegression } from 'ml-random-forest';
import { FEATURES, type Features, type Ride } from './rides.ts';

/** Bikes that will be rented in an hour with these features. */
export type Predict = (features: Features) => number;

/** Where `npm run train` keeps the forest of 1 to 28 January 2011. */
export const FOREST = new URL('../data/forest.json.gz', import.meta.url);

/** Trains the random forest of Evidently's tutorial, the same one at each call; it takes about ten seconds. */
export function trainForest(rides: readonly Ride[]): RandomForestRegression {
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
  return forest;
}

/** The forest that is kept in `data`. */
export function loadForest(): RandomForestRegression {
  return RandomForestRegression.load(JSON.parse(gunzipSync(readFileSync(FOREST)).toString()));
}

export function predictorOf(forest: RandomForestRegression): Predict {
  return (features) => forest.predict([rowOf(features)])[0] ?? NaN;
}

function rowOf(features: Features): number[] {
  return FEATURES.map((feature) => features[feature]);
}
