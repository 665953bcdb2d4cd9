import { METRICS, parseProfile } from '@driftline/shared';
import { createMonitor } from '../../src/models/create-monitor.ts';
import { ModelRegistry } from '../../src/models/model-registry.ts';
import { MetricList } from '../../src/producer/metric-list.ts';
import { addScores } from '../../src/producer/score-points.ts';
import { classifierProfile } from '../record-everything.ts';

function pointsOf(record: (monitor: ReturnType<typeof createMonitor>) => void) {
  const monitor = createMonitor(parseProfile(classifierProfile()), { registry: new ModelRegistry() });
  record(monitor);
  const list = new MetricList(0);
  addScores(list, monitor.recording, [0, 0]);
  return new Map(
    list
      .metrics()
      .map(({ descriptor, dataPoints }) => [
        descriptor.name,
        dataPoints.map(({ attributes, value }) => [
          attributes['ml.score.bin'],
          attributes['ml.score.rank'],
          attributes['ml.outcome.positive'],
          value,
        ]),
      ]),
  );
}

test('every bin leaves before the first outcome, on both sides', () => {
  const points = pointsOf(() => undefined);
  expect(points.get(METRICS.outcomeScores.name)).toEqual([
    ['≤0.25', '000000', 'false', 0],
    ['≤0.25', '000000', 'true', 0],
    ['(0.25, 0.5]', '000001', 'false', 0],
    ['(0.25, 0.5]', '000001', 'true', 0],
    ['>0.5', '000010', 'false', 0],
    ['>0.5', '000010', 'true', 0],
  ]);
  expect(points.size).toBe(4);
});

test('a late outcome counts by the score of its prediction', () => {
  const points = pointsOf((monitor) => {
    monitor.record({ prediction: 'yes', score: 0.75, id: 'a' });
    monitor.recordOutcome({ id: 'a', actual: 'no' });
  });
  expect(points.get(METRICS.outcomeScores.name)).toContainEqual(['>0.5', '000010', 'false', 1]);
  expect(points.get(METRICS.outcomeScoreExpected.name)).toContainEqual(['>0.5', '000010', undefined, 0.75]);
  expect(points.get(METRICS.outcomeScoreErrorSquared.name)).toEqual([[undefined, undefined, undefined, 0.5625]]);
});
