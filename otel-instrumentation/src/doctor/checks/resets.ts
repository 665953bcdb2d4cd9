import { counterSeries, METRICS, type Labels } from '@driftline/shared';
import { listed } from '../../values/listed.ts';
import { plain } from '../../values/quoted.ts';
import type { Answer } from '../answer.ts';
import type { Check } from '../check.ts';
import type { Finding } from '../finding.ts';
import { INSTANCE } from '../replica-rows.ts';
import { perModel } from '../scope.ts';

/** A restart or a deployment gives one or two. */
const MANY = 3;

const keyOf = (labels: Labels): string => JSON.stringify(['job', 'instance'].map((name) => labels[name] ?? ''));

/** Counters that fall again and again without a restart: several processes answer at one address. */
export const resets: Check = async (ask, scope) => {
  const { window } = scope;
  const counters = `${counterSeries(METRICS.featureObservations)}|${counterSeries(METRICS.predictions)}`;
  const falls = await ask(perModel('max', `resets(${scope.select(counters)}[${window}])`, INSTANCE));
  // A process that restarts starts later each time; behind one address, times of several go up and down.
  const started = `process_start_time_seconds[${window}]`;
  const restarts = atAddress(await ask(`max by (job, instance) (changes(${started}) and (resets(${started}) == 0))`));
  const processes = atAddress(await ask(`count by (job, instance) (last_over_time(target_info[${window}]))`));
  return (model) => {
    const many = falls
      .of(model)
      .map(({ labels, values }) => ({ labels, count: values[0] ?? 0 }))
      .filter(({ count }) => count >= MANY);
    const restarted = many.filter(({ labels, count }) => (restarts(labels) ?? 0) >= count);
    const jumping = many.filter((each) => !restarted.includes(each));
    const found: Finding[] = [];
    if (restarted.length > 0) {
      const named = restarted.map(({ labels, count }) => `${nameOf(labels)} (${count} times)`);
      found.push({ what: 'restarts', state: 'note', detail: `in ${window}: ${listed(named)}. Look for crashes.` });
    }
    if (jumping.length > 0) {
      const named = jumping.map(({ labels, count }) => {
        const behind = processes(labels) ?? 1;
        return `${nameOf(labels)} (${count} times${behind > 1 ? `, ${behind} processes` : ''})`;
      });
      const detail =
        `counts fall again and again in ${window}, and totals are too high: ${listed(named)}. Several processes answer at ` +
        'one address (such as workers of node:cluster), or push under one service.instance.id or none: give each a port or ' +
        'an id of its own. Or the process restarts: look for crashes.';
      found.push({ what: 'counts that jump', state: 'wrong', detail });
    }
    return found;
  };
};

function nameOf(labels: Labels): string {
  const instance = labels['instance'] ?? labels['service_instance_id'];
  return instance === undefined ? 'no instance' : plain(instance);
}

function atAddress({ series }: Answer): (labels: Labels) => number | undefined {
  const values = new Map(series.map(({ labels, values }) => [keyOf(labels), values[0]]));
  return (labels) => values.get(keyOf(labels));
}
