import type { FastifyInstance } from 'fastify';
import { modelService, withTrouble, type ServedModel, type Trouble } from '@driftline/example-common';
import type { ModelMonitor } from '@driftline/otel';
import { IncomeModel, type Person } from './model/income-model.ts';
import { CANARY, profileOf, STABLE, type Version } from './model/versions.ts';
import { OnDemand } from './on-demand.ts';

/** A version is unloaded when nobody has asked for it for so long: well after the last of its outcomes is known. */
const UNLOADED_MS = 30_000;

export interface IncomeServiceOptions {
  /** Of the stable version. */
  readonly monitor: ModelMonitor;
  /** @param profile - of a further version */
  addModel(profile: URL): ModelMonitor;
  removeModel(monitor: ModelMonitor): void;
}

/** The HTTP service: the stable version, and beside it the canary for as long as clients ask for it. */
export function incomeService({ monitor, addModel, removeModel }: IncomeServiceOptions): FastifyInstance {
  const stable = monitored(STABLE, monitor);
  const canary = new OnDemand(() => {
    const own = addModel(profileOf(CANARY));
    return { value: monitored(CANARY, own), unload: () => removeModel(own) };
  }, UNLOADED_MS);
  return modelService((version = STABLE) => {
    if (version === STABLE) return stable;
    return version === CANARY ? canary.get() : undefined;
  });
}

function monitored(version: Version, monitor: ModelMonitor): ServedModel<Person> {
  const model = IncomeModel.load(version);
  return {
    // The one line that a service adds around its model; with outcomes, it says which prediction is which.
    predict: monitor.wrap(
      (person: Person, _id?: string, trouble?: Trouble) => withTrouble(() => model.predict(person), trouble),
      { id: (_, __, id) => id },
    ),
    recordOutcome: (outcome) => monitor.recordOutcome(outcome),
  };
}
