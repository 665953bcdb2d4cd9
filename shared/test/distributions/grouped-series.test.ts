import fc from 'fast-check';
import { groupedBy, keyOf, singleBy, valuesBy } from '../../src/distributions/grouped-series.ts';
import type { Series } from '../../src/query/answers.ts';

const series = (labels: Record<string, string>, ...values: number[]): Series => ({ labels, values });

test('series that agree in some labels are one group, in the order of the store', () => {
  const first = series({ model: 'a', bin: '1', instance: 'x' }, 1);
  const second = series({ model: 'b', bin: '1' }, 2);
  const third = series({ model: 'a', bin: '2' }, 3);
  expect([...groupedBy([first, second, third], ['model']).values()]).toEqual([
    { key: '1:a', labels: { model: 'a' }, series: [first, third] },
    { key: '1:b', labels: { model: 'b' }, series: [second] },
  ]);
});

test('a host that knows the labels may group', () => {
  const list: readonly Series[] = [series({ a: '1' }, 1), series({ a: '2' }, 2), series({ a: '1' }, 3)];
  const asked: (readonly string[])[] = [];
  const hosted = Object.assign([...list], {
    grouped: (per: readonly string[]) => {
      asked.push(per);
      return [[0, 2], [1]];
    },
  });
  expect(groupedBy(hosted, ['a'])).toEqual(groupedBy(list, ['a']));
  expect(asked).toEqual([['a']]);
});

test('an empty label is one that is missing', () => {
  const groups = [...groupedBy([series({ model: '' }), series({})], ['model']).values()];
  expect(groups).toEqual([{ key: '0:', labels: {}, series: [series({ model: '' }), series({})] }]);
});

test('without labels to tell them apart, all series are one group', () => {
  expect([...groupedBy([series({ a: '1' }), series({ a: '2' })], []).keys()]).toEqual(['']);
});

test('of single series, each is found by the key of its group', () => {
  const found = singleBy([series({ model: 'a' }, 1), series({ model: 'b' }, 2)], ['model']);
  expect(found.get(keyOf({ model: 'b', more: 'x' }, ['model']))?.values).toEqual([2]);
});

test('two subjects never share a key, whatever their labels hold', () => {
  expect(keyOf({ a: '1:', b: '' }, ['a', 'b'])).not.toBe(keyOf({ a: '', b: '1:' }, ['a', 'b']));
  fc.assert(
    fc.property(fc.tuple(fc.string(), fc.string()), fc.tuple(fc.string(), fc.string()), (one, other) => {
      const key = ([a, b]: [string, string]): string => keyOf({ a, b }, ['a', 'b']);
      expect(key(one) === key(other)).toBe(one[0] === other[0] && one[1] === other[1]);
    }),
  );
});

test('no series is lost, and none is counted twice', () => {
  const label = fc.constantFrom('', 'x', 'y', 'z');
  fc.assert(
    fc.property(fc.array(fc.record({ a: label, b: label, c: label })), (all) => {
      const given = all.map((labels, i) => series(labels, i));
      const grouped = [...groupedBy(given, ['a', 'b']).values()].flatMap((group) => group.series);
      expect(grouped.map(({ values }) => values[0] as number).sort((a, b) => a - b)).toEqual(all.map((_, i) => i));
    }),
  );
});

test('of single series, each gives the values of the subject with its labels', () => {
  const valueOf = valuesBy([series({ model: 'a', job: 'x' }, 1, 2)], ['model']);
  const other = { model: 'b' };
  const own = { model: 'a', feature: 'age' };
  expect([valueOf(own, 0), valueOf(own, 1), valueOf(own, 2), valueOf(other, 0), valueOf(other, 0)]).toEqual([
    1,
    2,
    NaN,
    NaN,
    NaN,
  ]);
});
