import { diag } from '@opentelemetry/api';
import { WarnOnce } from '../../src/recorder/warn-once.ts';

afterEach(() => jest.restoreAllMocks());

test('each kind once, and a hundred kinds at most', () => {
  const warn = jest.spyOn(diag, 'warn').mockImplementation();
  const warnings = new WarnOnce();
  warnings.warn('a', 'first.');
  warnings.warn('a', 'second.');
  expect(warn.mock.calls).toEqual([['driftline: first.']]);
  for (let kind = 0; kind < 200; kind++) warnings.warn(String(kind), 'again.');
  expect(warn).toHaveBeenCalledTimes(100);
});
