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

test.each([
  [{ format: 'logs' }, 'format is "logs": give one of timeseries, table, distribution, confusion.'],
  [
    { format: 'distribution', measure: 'accuracy' },
    'Accuracy compares no distributions: choose a measure such as psi.',
  ],
  [{ format: 'confusion', measure: 'bias' }, 'is not computed from classes: choose a measure such as accuracy.'],
  [{ measure: 5 }, 'measure is 5: give a text.'],
  ['psi', 'The query is "psi"'],
])('%j is refused', (saved, sentence) => {
  expect(() => complete(saved)).toThrow(sentence);
});
