import { alertLabels } from '../../src/alerts/alert-labels.ts';
import { alertOf } from './alert-of.ts';

test('an alert says how bad it is, of which family and of which measure', () => {
  expect(alertLabels(alertOf('missing-share'))).toEqual({
    severity: 'critical',
    driftline: 'data quality',
    driftline_measure: 'missing-share',
  });
});
