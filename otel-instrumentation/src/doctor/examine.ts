import { durationText } from '@driftline/shared';
import { Answer, type Ask, type Model } from './answer.ts';
import { CHECKS } from './checks.ts';
import { secondsSinceNewest } from './checks/clock.ts';
import { seriesNow } from './checks/series.ts';
import type { Finding } from './finding.ts';
import { Scope } from './scope.ts';
import type { StoreClient } from './store-client.ts';

/** The state of one model. */
export interface Examination {
  readonly model: string;
  readonly version: string;
  readonly findings: readonly Finding[];
}

/**
 * Looks at every model in the store, or at one, with a fixed number of queries.
 *
 * @param window - time window in which there should be traffic, as a PromQL duration
 */
export async function examine(store: StoreClient, window: string, only?: string): Promise<Examination[]> {
  const scope = new Scope(window, only);
  const ask = remembered(store);
  const { models } = await ask(seriesNow(scope));
  const reports: ((model: Model) => readonly Finding[])[] = [];
  // One after the other: a doctor should not burden a store that may be ill.
  for (const check of CHECKS) reports.push(await check(ask, scope));
  const live = models.map((model) => examinationOf(model, ...reports.map((report) => report(model))));
  return [...live, ...gone(await ask(secondsSinceNewest(scope)), models)];
}

function examinationOf({ name, version }: Model, ...findings: readonly (readonly Finding[])[]): Examination {
  return { model: name, version, findings: findings.flat() };
}

/** Models that reported within a day and have no current sample: retired if another version reports. */
function gone(since: Answer, live: readonly Model[]): Examination[] {
  const isLive = ({ name, version }: Model): boolean =>
    live.some((model) => model.name === name && model.version === version);
  return since.models
    .filter((model) => !isLive(model))
    .map((model) => {
      const seconds = since.valueOf(model) ?? 0;
      const age = durationText(Math.abs(seconds));
      const retired = live.some(({ name }) => name === model.name);
      return examinationOf(model, [
        {
          what: 'newest sample',
          state: retired && seconds >= 0 ? 'absent' : 'wrong',
          detail:
            seconds < 0
              ? `lies ${age} in the future, and nothing is current: set the clocks of the service and the store by NTP.`
              : `is ${age} old: ${retired ? 'another version reports now.' : 'start the service again, or look at its scrape or export.'}`,
        },
      ]);
    });
}

function remembered(store: StoreClient): Ask {
  const answers = new Map<string, Promise<Answer>>();
  return (promql) => {
    const known = answers.get(promql);
    if (known !== undefined) return known;
    const asked = store.query(promql).then(({ series }) => new Answer(series));
    answers.set(promql, asked);
    return asked;
  };
}
