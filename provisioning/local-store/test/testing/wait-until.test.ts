import { waitUntil } from '../../src/testing/wait-until.ts';

test('the first value that holds is given back, whatever came before', async () => {
  const looks = [
    () => {
      throw new Error('not listening');
    },
    () => 1,
    () => 2,
    () => 3,
  ];
  const look = () => (looks.shift() as () => number)();
  await expect(waitUntil('a two', look, (value) => value === 2, 10)).resolves.toBe(2);
  expect(looks).toHaveLength(1);
});

test('the message names what was waited for and the value last seen', async () => {
  await expect(
    waitUntil(
      'traffic',
      () => ({ total: 7 }),
      ({ total }) => total > 7,
      0.2,
    ),
  ).rejects.toThrow('Waited 0.2 s for traffic. Last seen: { total: 7 }');
});

test('the message names the error of the last look', async () => {
  const look = () => Promise.reject(new Error('nothing answers'));
  await expect(waitUntil('the store', look, () => true, 0.2)).rejects.toThrow(
    /Waited 0.2 s for the store. Last seen: Error: nothing answers/,
  );
});
