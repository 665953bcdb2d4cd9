import { parseProfile } from '@driftline/shared';
import { describeCost } from '../../src/inspect/describe-cost.ts';
import { describeProfile } from '../../src/inspect/describe-profile.ts';
import { segmentSummary } from '../../src/inspect/segment-summary.ts';
import { seriesCosts } from '../../src/inspect/series-cost.ts';
import { createMonitor } from '../../src/models/create-monitor.ts';
import { ModelRegistry } from '../../src/models/model-registry.ts';
import { DriftlineProducer } from '../../src/producer/driftline-producer.ts';
import { exampleProfile } from '../example-profile.ts';
import { segmentedProfile } from '../segmented-profile.ts';

test('series are those that a service exports', async () => {
  const registry = new ModelRegistry();
  createMonitor(segmentedProfile(), { registry });
  const { resourceMetrics } = await new DriftlineProducer(registry).collect();
  const exported = resourceMetrics.scopeMetrics.flatMap(({ metrics }) => metrics);
  const series = exported.flatMap(({ descriptor, dataPoints }) =>
    dataPoints.map(({ value }) => ({
      name: descriptor.name,
      series: typeof value === 'object' && 'buckets' in value ? value.buckets.counts.length + 2 : 1,
    })),
  );
  const sumOf = (pattern: RegExp): number =>
    series.reduce((sum, each) => sum + (pattern.test(each.name) ? each.series : 0), 0);
  const costs = Object.fromEntries(seriesCosts(segmentedProfile()).map(({ what, series: of }) => [what, of]));
  expect(costs['segments of country (3)']).toBe(sumOf(/^ml\.segment\./));
  expect(costs['features']).toBe(sumOf(/^ml\.(reference\.)?feature\./));
  expect(Object.values(costs).reduce((sum, each) => sum + each, 0)).toBe(sumOf(/./));
});

test('the cost says what segments add, in series and in time', () => {
  const text = describeCost(segmentedProfile());
  expect(text).toMatch(/segments of country \(3\) +\d+\n/);
  expect(text).toMatch(/One prediction takes [\d.]+ µs on this machine, and segments add [\d.]+ µs\.\n$/);
  expect(describeCost(parseProfile(exampleProfile()))).toMatch(/One prediction takes [\d.]+ µs on this machine\.\n$/);
});

test('the summary shows each segment with its share', () => {
  expect(describeProfile(segmentedProfile())).toContain(
    [
      'Segments of country, with age',
      '  DE                        50.0 % ██████████████',
      '  FR                        40.0 % ███████████▎',
      '  other                      0.0 %',
    ].join('\n'),
  );
  expect(segmentSummary(segmentedProfile())).toMatch(/^Segments of country: [\d,]+ series a replica/);
  expect(segmentSummary(parseProfile(exampleProfile()))).toBeUndefined();
});
