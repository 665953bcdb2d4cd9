/** @jest-environment jsdom */
import '../jsdom.ts';
import { locationService } from '@grafana/runtime';
import { openNewRule } from '../../src/datasource/open-new-rule.ts';
import type { RuleValues } from '../../src/datasource/rule-values.ts';

test('the editor gets the values, and leads back to where the reader is', () => {
  locationService.push('/d/board?var-model=a%2Bb');
  const values = { name: 'Drift of C++ & more' } as unknown as RuleValues;
  openNewRule(values);
  const { pathname, search } = locationService.getLocation();
  expect(pathname).toBe('/alerting/new');
  const fields = new URLSearchParams(search);
  expect(JSON.parse(fields.get('defaults') ?? '')).toEqual(values);
  expect(fields.get('returnTo')).toBe('/d/board?var-model=a%2Bb');
  // As Grafana itself reads it.
  expect(JSON.parse(String(locationService.getSearchObject()['defaults']))).toEqual(values);
});
