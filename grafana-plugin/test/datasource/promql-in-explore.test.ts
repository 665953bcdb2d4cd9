/** @jest-environment jsdom */
import '../jsdom.ts';
import { config } from '@grafana/runtime';
import { promqlInExplore } from '../../src/datasource/promql-in-explore.ts';
import { givenDataSources } from './given-data-sources.ts';

const RANGE = { from: 'now-6h', to: 'now' };

const sourceOf = (address: string | undefined): unknown => {
  const panes = new URL(address ?? '', 'http://grafana').searchParams.get('panes') ?? '{}';
  return Object.values(JSON.parse(panes) as Record<string, { datasource: string }>)[0]?.datasource;
};

beforeEach(() => {
  config.exploreEnabled = true;
});

test('the default data source that takes PromQL is asked, else the first one', () => {
  const first = { uid: 'first', type: 'grafana-amazonprometheus-datasource' };
  const second = { uid: 'second', type: 'prometheus', isDefault: true };
  const other = { uid: 'loki', type: 'loki', isDefault: true };
  givenDataSources(other, first, second);
  expect(sourceOf(promqlInExplore(['up'], RANGE))).toBe('second');
  givenDataSources(other, first);
  expect(sourceOf(promqlInExplore(['up'], RANGE))).toBe('first');
});

test('without such a data source, or without Explore, it leads nowhere', () => {
  givenDataSources({ uid: 'loki', type: 'loki' });
  expect(promqlInExplore(['up'], RANGE)).toBeUndefined();
  givenDataSources({ uid: 'p', type: 'prometheus' });
  config.exploreEnabled = false;
  expect(promqlInExplore(['up'], RANGE)).toBeUndefined();
});
