/** Runs one replica of the service; `serve` of the common part has the command line. */
import { modelService, serve, type KnownOutcome } from '@driftline/example-common';
import { loadForest, predictorOf } from './demand-forest.ts';
import { FEATURES, type Features } from './rides.ts';
import type { SentHour } from './sent-hours.ts';

const predict = predictorOf(loadForest());

await serve({ serviceName: 'bike-sharing', profile: new URL('../profile.json', import.meta.url) }, ({ monitor }) => {
  // A client sends more than the model takes.
  const featuresOf = (hour: SentHour) =>
    Object.fromEntries(FEATURES.map((feature) => [feature, hour[feature]])) as Features;
  const demand = monitor.wrap((features: Features, _id?: string) => ({ prediction: predict(features) }), {
    id: (_, __, id) => id,
  });
  const model = {
    predict: (hour: SentHour, id?: string) => demand(featuresOf(hour), id),
    recordOutcome: (outcome: KnownOutcome) => monitor.recordOutcome(outcome),
  };
  return modelService<SentHour>((version) => (version === undefined ? model : undefined));
});
