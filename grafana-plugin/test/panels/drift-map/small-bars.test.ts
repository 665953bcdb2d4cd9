import { smallBars } from '../../../src/panels/drift-map/small-bars.ts';
import { distributionFrame } from '../../frames.ts';

const age = distributionFrame('age', { 'Training data': [0.2, 0.8], Live: [0.4, 0.6] }, { baseline: 'Training data' });

test('the highest bar of the distribution is 1', () => {
  expect(smallBars([age], 'age')).toEqual([
    { baseline: 0.25, live: 0.5 },
    { baseline: 1, live: expect.closeTo(0.75, 10) as number },
  ]);
});

test('a series without a distribution has none', () => {
  expect(smallBars([age], 'sex')).toBeUndefined();
  expect(smallBars([distributionFrame('age', { Live: [0, 0] })], 'age')).toBeUndefined();
});
