import { completeSettings, DEFAULT_SETTINGS } from '../../src/backend/settings.ts';
import { QueryError } from '../../src/query/query-error.ts';

test.each([undefined, null, 'text', [], {}, { window: '', maxSeries: null, timeInterval: undefined }])(
  'of %j everything is the default',
  (given) => {
    expect(completeSettings(given)).toEqual(DEFAULT_SETTINGS);
  },
);

test('what is given stays, also what is not ours', () => {
  const given = {
    httpMethod: 'GET',
    timeInterval: '5s',
    window: '1h',
    minimumObservations: 0,
    labelFilters: [{ label: 'team', operator: '=~', value: 'a|b' }],
    maxSeries: 5,
    maxResponseMegabytes: 0.5,
    tlsAuth: true,
  };
  expect(completeSettings(given)).toEqual(given);
});

test.each<[string, unknown, string]>([
  ['httpMethod', 'PUT', 'give GET or POST in its settings'],
  ['timeInterval', 'soon', 'give a duration such as 15s or 5m'],
  ['window', 5, 'give a duration'],
  ['window', '$__range', 'give a duration'],
  ['maxSeries', 0, 'give a number above 0'],
  ['maxSeries', 'many', 'give a number above 0'],
  ['maxResponseMegabytes', -1, 'give a number above 0'],
  ['minimumObservations', -1, 'give a number that is not negative'],
  ['labelFilters', 'team=credit', 'give a list of label, operator and value'],
  ['labelFilters', [null], 'give label, operator'],
  ['labelFilters', [{ label: 'team', operator: '==', value: 'credit' }], 'give label, operator'],
  ['labelFilters', [{ label: 'team"', operator: '=', value: 'credit' }], 'give label, operator'],
  ['labelFilters', [{ label: '', operator: '=', value: 'credit' }], 'give label, operator'],
  ['labelFilters', [{ label: 'team', operator: '=', value: 5 }], 'give label, operator'],
])('%s is not %j', (field, value, sentence) => {
  const complete = () => completeSettings({ [field]: value });
  expect(complete).toThrow(QueryError);
  expect(complete).toThrow(`${field} of the data source is`);
  expect(complete).toThrow(sentence);
});
