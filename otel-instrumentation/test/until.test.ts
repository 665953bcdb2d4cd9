import { until } from './until.ts';

test('returns the value that is accepted', async () => {
  let value = 0;
  expect(
    await until(
      '3',
      () => ++value,
      (found) => found === 3,
      { interval: 1 },
    ),
  ).toBe(3);
});

test('fails with what it waited for and the value it saw', async () => {
  const never = until(
    '3',
    () => 2,
    (found) => (found as number) === 3,
    { seconds: 0.05, interval: 5 },
  );
  await expect(never).rejects.toThrow('Waited 0.05 s for 3, and saw 2.');
});
