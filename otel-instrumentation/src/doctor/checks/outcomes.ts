import { ATTRIBUTES, counterSeries, gaugeSeries, histogramSeries, labelOf, METRICS } from '@driftline/shared';
import { percent } from '../../values/percent.ts';
import type { Check } from '../check.ts';
import type { Finding } from '../finding.ts';
import { perModel } from '../scope.ts';

const PROBLEM = labelOf(ATTRIBUTES.outcomeProblem);
const ENOUGH = 20;

/** A problem of outcomes, and what to change if many have it. */
interface Problem {
  /** Its label in the store. */
  readonly label: string;
  /** Share of outcomes from which it is reported. */
  readonly most: number;
  /** Whether an outcome with it is counted as an outcome as well. */
  readonly isCounted?: boolean;
  readonly action: string;
}

const PROBLEMS: readonly Problem[] = [
  {
    label: 'unmatched',
    most: 0.5,
    action:
      'no prediction with that id waits in this process: give record and recordOutcome the same id, or give the outcome ' +
      'its prediction, if another replica made it.',
  },
  {
    label: 'repeated',
    most: 0.5,
    action: 'their predictions had their outcome before: they are not counted again, but look why they come twice.',
  },
  {
    label: 'invalid',
    most: 0.5,
    action: 'the ground truth is no class or no number: pass it as the training data writes it.',
  },
  {
    label: 'expired',
    most: 0.5,
    action: 'the outcome comes too late: raise pendingTimeToLiveMs, or give the outcome its prediction.',
  },
  {
    label: 'evicted',
    most: 0.5,
    action: 'too many predictions wait: raise maximumPending, or give the outcome its prediction.',
  },
  {
    label: 'replaced',
    most: 0.5,
    action: 'another prediction came with the same id before the outcome did: give each prediction an id of its own.',
  },
  {
    label: 'unknown_class',
    most: 0.05,
    isCounted: true,
    action: 'pass the classes of the profile, or build it again with all of them.',
  },
  {
    label: 'unscored',
    most: 0.5,
    isCounted: true,
    action:
      'record the probability with the prediction, as score or probabilities, or build the profile without scores.',
  },
  {
    label: 'invalid_score',
    most: 0.05,
    isCounted: true,
    action: 'the score is no probability: record a number from 0 to 1.',
  },
];

/** Whether outcomes come, where the profile or earlier ones say that they should, and are of use. */
export const outcomes: Check = async (ask, scope) => {
  const names = `${counterSeries(METRICS.outcomes)}|${histogramSeries(METRICS.outcomeError, 'count')}`;
  // Outcomes of groups are counted for the model as a whole too.
  const overall = `${labelOf(ATTRIBUTES.groupAttribute)}=""`;
  const ever = await ask(perModel('sum', scope.select(names, overall)));
  const now = await ask(scope.increase(names, [], overall));
  const problems = await ask(scope.increase(counterSeries(METRICS.outcomeProblems), [PROBLEM]));
  const baseline = await ask(perModel('count', scope.select(gaugeSeries(METRICS.referencePerformance))));
  return (model) => {
    const what = 'outcomes';
    const counted = now.valueOf(model) ?? 0;
    const counts = problems.by(PROBLEM, model);
    const found = PROBLEMS.flatMap(({ label, most, isCounted, action }): Finding[] => {
      const count = counts.get(label) ?? 0;
      const all = isCounted === true ? counted : counted + count;
      if (all < ENOUGH || count / all < most) return [];
      return [
        { what, state: 'wrong', detail: `${percent(count / all)} of ${Math.round(all)} are ${label}: ${action}` },
      ];
    });
    if (found.length > 0) return found;
    if (counted > 0) return [{ what, state: 'here', detail: `about ${Math.round(counted)} in ${scope.window}` }];
    const before = ever.valueOf(model) ?? 0;
    if (before > 0) {
      return [
        {
          what,
          state: 'note',
          detail: `none in ${scope.window}, ${before} before: choose a window in which some come.`,
        },
      ];
    }
    const measures = baseline.valueOf(model);
    const action = 'call recordOutcome when the ground truth is known.';
    return measures === undefined
      ? [{ what, state: 'absent', detail: `no outcome was recorded: to monitor performance, ${action}` }]
      : [
          {
            what,
            state: 'wrong',
            detail: `none, though the profile has the baseline of ${measures} measures of performance: ${action}`,
          },
        ];
  };
};
