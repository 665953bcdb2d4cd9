/** The training data as CSV on standard output, with what the model predicts for each row: what `npm run profile` reads. */
import { loadForest, predictorOf } from './demand-forest.ts';
import { FEATURES, readRides, trainingRides } from './rides.ts';

const rides = trainingRides(readRides());
const predict = predictorOf(loadForest());
const lines = rides.map(({ features, count }) =>
  [...FEATURES.map((feature) => features[feature]), count, predict(features)].join(','),
);
process.stdout.write(`${[...FEATURES, 'count', 'prediction'].join(',')}\n${lines.join('\n')}\n`);
