import { worstFrames } from '../../../src/panels/drift/worst-frames.ts';
import { measureFrame } from '../../frames.ts';

const psi = (name: string, ...values: (number | null)[]) =>
  measureFrame({ measure: 'psi', limits: { side: 'above', critical: 0.25 } }, {}, values, name);
const names = ({ frames }: ReturnType<typeof worstFrames>) => frames.map(({ name }) => name);

test('the worst are kept in the order that they have, and the others are counted', () => {
  const result = worstFrames([psi('a', 0.1), psi('b', 0.5, 0), psi('c', null), psi('d', 0.3)], 2);
  expect(names(result)).toEqual(['b', 'd']);
  expect(result.leftOut).toBe(2);
});

test('where lower is worse, the lowest are kept', () => {
  const accuracy = (name: string, value: number) =>
    measureFrame({ measure: 'accuracy', limits: { side: 'below', critical: 0.8 } }, {}, [value], name);
  expect(names(worstFrames([accuracy('well', 0.9), accuracy('bad', 0.4)], 1))).toEqual(['bad']);
});

test('a few frames are all kept', () => {
  const frames = [psi('a', 0.1)];
  expect(worstFrames(frames, 1)).toEqual({ frames, leftOut: 0 });
});
