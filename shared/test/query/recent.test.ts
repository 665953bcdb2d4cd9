import { recent } from '../../src/query/recent.ts';

test('what is asked again is not computed again: an equal argument is the same', () => {
  const of = jest.fn((query: { readonly measure: string }, size = 1) => ({ text: `${query.measure} ${size}` }));
  const remembered = recent(of);
  const first = remembered({ measure: 'psi' });
  expect(remembered({ measure: 'psi' })).toBe(first);
  expect(of).toHaveBeenCalledTimes(1);
  expect(remembered({ measure: 'psi' }, 2)).toEqual({ text: 'psi 2' });
  expect(of).toHaveBeenCalledTimes(2);
});

test('the oldest is forgotten, so that memory is bounded', () => {
  const of = jest.fn((i: number) => ({ i }));
  const remembered = recent(of);
  for (let i = 0; i <= 256; i++) remembered(i);
  expect(remembered(256)).toEqual({ i: 256 });
  expect(of).toHaveBeenCalledTimes(257);
  expect(remembered(0)).toEqual({ i: 0 });
  expect(of).toHaveBeenCalledTimes(258);
});

test('what throws, throws each time', () => {
  const refuses = recent((text: string): object => {
    throw new RangeError(text);
  });
  expect(() => refuses('no')).toThrow('no');
  expect(() => refuses('no')).toThrow(RangeError);
});
