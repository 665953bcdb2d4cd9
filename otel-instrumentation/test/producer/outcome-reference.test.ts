import { METRICS, parseProfile } from '@driftline/shared';
import { MetricList } from '../../src/producer/metric-list.ts';
import { addOutcomeReference } from '../../src/producer/outcome-reference.ts';
import { limitsFrom } from '../../src/recorder/limits.ts';
import { ModelRecording } from '../../src/recorder/model-recording.ts';
import { exampleProfile } from '../example-profile.ts';

/** Shares by class, as they are exported of a profile with these classes and labels. */
function exported(prediction: object, maximumLabels = 100): Record<string, number> {
  const profile = parseProfile({
    ...exampleProfile(),
    groups: [],
    prediction: { kind: 'classification', ...prediction },
  });
  const list = new MetricList(1);
  addOutcomeReference(list, new ModelRecording(profile, limitsFrom({ maximumLabels })), [0, 0]);
  const points = list.metrics().flatMap(({ descriptor, dataPoints }) => {
    expect(descriptor.name).toBe(METRICS.referenceOutcomeRatio.name);
    return dataPoints.map(
      ({ attributes, value }) => [String(attributes['ml.outcome.actual']), value as number] as const,
    );
  });
  return Object.fromEntries(points);
}

test('each actual class has its share of the labels, also one that nobody knows', () => {
  expect(exported({ classes: ['no', 'yes'], labelCounts: [75, 25] })).toEqual({
    no: 0.75,
    yes: 0.25,
    other: 0,
    'another class': 0,
  });
});

test('classes without a label of their own share one, as outcomes do', () => {
  expect(exported({ classes: ['a', 'b', 'c', 'd'], labelCounts: [1, 2, 3, 4] }, 2)).toEqual({
    a: 0.1,
    b: 0.2,
    other: 0.7,
    'another class': 0,
  });
});

test('a profile without labels has no shares', () => {
  expect(exported({ classes: ['no', 'yes'], counts: [75, 25] })).toEqual({});
  expect(exported({ classes: ['no', 'yes'], labelCounts: [0, 0] })).toEqual({});
});
