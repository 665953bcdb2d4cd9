import fc from 'fast-check';
import { checkShape } from '../../src/query/check-shape.ts';
import { QueryError } from '../../src/query/query-error.ts';

test.each<[string, unknown, string]>([
  ['nothing', undefined, 'The query is nothing: give an object such as {"measure":"psi"}.'],
  ['null', null, 'The query is null'],
  ['a list', [], 'The query is []'],
  ['a measure that is a number', { measure: 5 }, 'measure is 5: give a text.'],
  ['a baseline that is a text', { baseline: 'reference' }, 'baseline is "reference": give an object.'],
  ['an offset that is a number', { baseline: { kind: 'earlier', offset: 1 } }, 'baseline.offset is 1: give a text.'],
  ['no offset', { baseline: { kind: 'earlier' } }, 'baseline.offset is missing: give a text.'],
  ['no edges', { of: { kind: 'histogram', selector: 'h', by: [] } }, 'of.edges is missing: give a list of numbers.'],
  ['edges that are texts', { of: { kind: 'histogram', edges: ['1'] } }, 'of.edges is ["1"]'],
  ['a type that is a text', { instant: 'yes' }, 'instant is "yes": give a truth value.'],
  ['filters that are texts', { labelFilters: ['team=a'] }, 'labelFilters is ["team=a"]: give a list of objects.'],
  ['a long value', { window: ['x'.repeat(100)] }, `window is ["${'x'.repeat(75)}...: give a text.`],
])('refuses %s', (_, saved, sentence) => {
  expect(() => checkShape(saved)).toThrow(QueryError);
  expect(() => checkShape(saved)).toThrow(sentence);
});

test.each<[unknown]>([
  [{}],
  [{ refId: 'A', hide: 5, constructor: 1 }],
  [{ measure: null, where: undefined }],
  [{ of: { kind: 'features' } }],
])('takes %j: fields of the host are its own, and what holds nothing is missing', (saved) => {
  expect(() => checkShape(saved)).not.toThrow();
});

test('whatever it is given, it says no more than a sentence', () => {
  fc.assert(
    fc.property(fc.anything(), (saved) => {
      try {
        checkShape(saved);
      } catch (error) {
        expect(error).toBeInstanceOf(QueryError);
      }
    }),
  );
});
