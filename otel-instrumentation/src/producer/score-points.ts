import type { HrTime } from '@opentelemetry/api';
import { ATTRIBUTES, METRICS, scoreRank } from '@driftline/shared';
import type { Counted } from '../recorder/counted.ts';
import type { PointList } from './metric-list.ts';

/** Adds outcomes by the scores of their predictions. */
export function addScores(list: PointList, { outcomes, profileAttributes }: Counted, start: HrTime): void {
  for (const scores of outcomes.scores) {
    const ofClass = { ...profileAttributes, [ATTRIBUTES.scoreClass]: scores.label };
    scores.bins.forEach((label, bin) => {
      const ofBin = { ...ofClass, [ATTRIBUTES.scoreBin]: label, [ATTRIBUTES.scoreRank]: scoreRank(bin) };
      for (const isPositive of [false, true]) {
        const ofSide = { ...ofBin, [ATTRIBUTES.outcomePositive]: String(isPositive) };
        list.add(METRICS.outcomeScores, scores.countOf(bin, isPositive), ofSide, start);
      }
      list.add(METRICS.outcomeScoreExpected, scores.expectedOf(bin), ofBin, start);
    });
    list.add(METRICS.outcomeScoreErrorSquared, scores.squaredErrors, ofClass, start);
    list.add(METRICS.outcomeScoreLogLoss, scores.logLosses, ofClass, start);
  }
}
