import { DEFAULT_SETTINGS } from '@driftline/shared';
import { storeOf } from '../../../../workbench/server/backend/data-source.ts';

const source = (settings: Record<string, unknown>) => ({ uid: 'driftline', url: 'http://store', settings });

test('a store has the limits of the settings, or the default ones', () => {
  expect(storeOf(source({}))).toEqual({ url: 'http://store', timeoutSeconds: undefined, settings: DEFAULT_SETTINGS });
  expect(storeOf(source({ maxSeries: 5 })).settings.maxSeries).toBe(5);
});

test.each([
  [60, 60],
  ['60', 60],
  ['', undefined],
  [0, undefined],
])('a timeout of %j is %j seconds', (timeout, seconds) => {
  expect(storeOf(source({ timeout })).timeoutSeconds).toBe(seconds);
});

test('settings that hold nothing sensible are refused', () => {
  expect(() => storeOf(source({ maxSeries: -1 }))).toThrow('maxSeries of the data source is -1');
});
