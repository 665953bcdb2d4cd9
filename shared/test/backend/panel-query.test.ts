import { completePanelQuery } from '../../src/backend/panel-query.ts';
import { completeSettings } from '../../src/backend/settings.ts';
import { DEFAULT_QUERY } from '../../src/query/measure-query.ts';
import { QUERY_SCHEMA_VERSION } from '../../src/query/saved-query.ts';

const complete = (saved: unknown, settings = {}, forAlert = false) =>
  completePanelQuery(saved, completeSettings(settings), forAlert);

const FRESH = { ...DEFAULT_QUERY, refId: 'A', schemaVersion: QUERY_SCHEMA_VERSION };

test('a fresh query is the default over time, and for an alert rule single values', () => {
  expect(complete({ refId: 'A' })).toEqual({ ...FRESH, instant: false });
  expect(complete({ refId: 'A' }, {}, true)).toEqual({ ...FRESH, instant: true, format: 'timeseries' });
});

test('the settings fill in what a query lacks', () => {
  const settings = { window: '1h', minimumObservations: 50 };
  expect(complete({ window: null }, settings)).toMatchObject(settings);
  const own = { window: '5m', minimumObservations: 7 };
  expect(complete(own, settings)).toMatchObject(own);
});

test('an alert rule gets what its query says of time, and never a table', () => {
  expect(complete({ instant: false, format: 'table' }, {}, true)).toMatchObject({
    instant: false,
    format: 'timeseries',
  });
  expect(complete({ format: 'table' })).toMatchObject({ format: 'table' });
});

test('annotations are of a range, and those of versions need no limit', () => {
  expect(complete({ format: 'annotations', instant: true })).toMatchObject({ instant: false });
  expect(complete({ format: 'annotations', measure: 'throughput', limit: 5 })).toMatchObject({ limit: 5 });
  expect(complete({ format: 'annotations', measure: 'throughput', marks: 'versions' })).toMatchObject({
    marks: 'versions',
  });
});

test.each([
  [{ labelFilters: 'team=a' }, 'labelFilters is "team=a": give a list of objects.'],
  [{ labelFilters: [{ label: 'team' }] }, 'labelFilters is {"label":"team"}: give label, operator'],
  [{ format: 'logs' }, 'format is "logs": give one of timeseries, table, distribution, confusion, annotations.'],
  [
    { format: 'distribution', measure: 'accuracy' },
    'Accuracy compares no distributions: choose a measure such as psi.',
  ],
  [{ format: 'confusion', measure: 'bias' }, 'is not computed from classes: choose a measure such as accuracy.'],
  [{ format: 'annotations', measure: 'throughput' }, 'limit is missing, and Throughput has none of its own'],
  [{ format: 'annotations', show: 'observations' }, 'show is observations, which has no limit to cross'],
  [{ format: 'annotations', marks: 'deploys' }, 'marks is "deploys": give one of crossings, versions.'],
  [{ format: 'annotations', severity: 'bad' }, 'severity is "bad": give one of warning, critical.'],
  [{ limit: '5' }, 'limit is "5": give a number.'],
  [{ measure: 5 }, 'measure is 5: give a text.'],
  ['psi', 'The query is "psi"'],
])('%j is refused', (saved, sentence) => {
  expect(() => complete(saved)).toThrow(sentence);
});
