import { withTrouble } from '../../src/service/trouble.ts';

const predict = jest.fn(() => 'yes');

test('without trouble a prediction is made at once', () => {
  expect(withTrouble(predict, undefined)).toBe('yes');
});

test('a prediction is late by as much as was asked for', async () => {
  predict.mockClear();
  const late = withTrouble(predict, { delayMs: 20, fails: false });
  expect(predict).not.toHaveBeenCalled();
  const start = performance.now();
  expect(await late).toBe('yes');
  // Timers round down to whole milliseconds.
  expect(performance.now() - start).toBeGreaterThan(18);
});

test('a prediction that fails is not made', async () => {
  predict.mockClear();
  await expect(withTrouble(predict, { delayMs: 0, fails: true })).rejects.toThrow('as its client asked for');
  expect(predict).not.toHaveBeenCalled();
});
