import { parseProfile } from '@driftline/shared';
import { InputReader } from '../../src/recorder/input-reader.ts';
import { exampleProfile } from '../example-profile.ts';

function setUp() {
  const said: string[] = [];
  return { reader: new InputReader(parseProfile(exampleProfile()), (_kind, text) => void said.push(text)), said };
}

const tensor = (data: ArrayLike<unknown>, ...dims: number[]) => ({ data, dims });

test.each<[string, unknown]>([
  ['an object', { age: 30, work: 'State' }],
  ['an object without features', { wind: 3 }],
  ['an empty object', {}],
  ['missing values', { age: null, work: undefined }],
  ['a value that is a list beside one that is not', { age: [1], work: 'State' }],
  ['features that are called data and dims', { age: 1, data: [1], dims: [1] }],
  ['nothing', undefined],
  ['a text', 'State'],
])('one row by name: %s', (_what, features) => expect(setUp().reader.isRow(features)).toBe(true));

const two = { age: [30, 40], work: ['State', 'Private'] };

test.each<[string, unknown, object, number | undefined, boolean]>([
  ['a vector', [30, 'State'], { age: [30], work: ['State'] }, 1, true],
  ['a typed vector', Float32Array.of(30, 7), { age: Float32Array.of(30), work: Float32Array.of(7) }, 1, true],
  ['a tensor of one dimension', tensor([30, 7], 2), { age: [30], work: [7] }, 1, true],
  ['columns', two, two, undefined, false],
  ['a column beside an absent one', { age: [30] }, { age: [30] }, undefined, false],
  [
    'rows by name',
    [
      { age: 30, work: 'State' },
      { work: 'Private', age: 40 },
    ],
    two,
    2,
    false,
  ],
  ['rows with a group', [{ age: 30, sex: 'Male' }], { age: [30], sex: ['Male'] }, 1, false],
  [
    'rows by position',
    [
      [30, 'State'],
      [40, 'Private'],
    ],
    two,
    2,
    false,
  ],
  ['a tensor', tensor([30, 'State', 40, 'Private'], 2, 2), two, 2, false],
  ['a tensor by name', { x: tensor([30, 'State', 40, 'Private'], 2, 2) }, two, 2, false],
  [
    'a tensor for each feature',
    { work: tensor(['State'], 1), age: tensor([30], 1, 1) },
    { age: [30], work: ['State'] },
    undefined,
    false,
  ],
  ['no rows', [], {}, 0, false],
])('other shapes: %s', (_what, features, columns, rows, isVector) => {
  const { reader, said } = setUp();
  expect(reader.isRow(features)).toBe(false);
  expect(reader.read(features)).toMatchObject({ columns, rows, isVector });
  expect(said).toEqual([]);
});

test('rows of a typed array keep its type, since their numbers are rounded', () => {
  const { columns } = setUp().reader.read([Float32Array.of(0.1, 7), Float32Array.of(0.2, 7)]);
  expect(columns?.['age']).toEqual(Float32Array.of(0.1, 0.2));
});

test.each<[string, unknown, RegExp]>([
  ['a vector of another length', [1, 2, 3], /are a vector of 3 values, and the profile has 2 features/],
  ['rows of another length', [[1, 2], [1]], /are rows of 1 values/],
  ['a tensor of another width', tensor([1, 2, 3], 1, 3), /are a tensor of 1 × 3/],
  ['a tensor of three dimensions', tensor([1, 2], 1, 2, 1), /are a tensor of 1 × 2 × 1/],
  ['tensors of other names', { x: tensor([1], 1, 1), y: tensor([2], 1, 1) }, /are 2 tensors of other names/],
  ['several tensors', [tensor([1], 1, 1), tensor([1], 1, 1)], /are 2 tensors without names/],
  [
    'a tensor that is disposed of',
    {
      shape: [1, 2],
      dataSync: () => {
        throw new Error('disposed');
      },
    },
    /could not be read/,
  ],
])('%s is not recorded, and said', (_what, features, sentence) => {
  const { reader, said } = setUp();
  expect(reader.read(features).columns).toBeUndefined();
  expect(said).toEqual([expect.stringMatching(sentence)]);
});
