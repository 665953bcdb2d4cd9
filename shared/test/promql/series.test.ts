import fc from 'fast-check';
import { compile } from '../../src/query/compile.ts';
import { DEFAULT_QUERY } from '../../src/query/measure-query.ts';
import { MEASURES } from '../../src/measures/registry.ts';
import { parsePromql, shapeOf, textsOf } from './parses.ts';

const HOSTILE = [
  'a"b',
  "it's",
  'back\\slash',
  'a\nb',
  'a\r\tb',
  '}',
  '"} or vector(1) or {x="',
  '{{ $labels }}',
  '$model',
  '.*|a+(b)?',
  '🦊',
  '\u2028',
  '\u0000',
  '\ud800',
  '',
];

function shape(values: Partial<typeof DEFAULT_QUERY>, measure: (typeof MEASURES)[number]): string {
  return shapeOf(parsePromql(compile({ ...DEFAULT_QUERY, ...values, measure: measure.id }).promql));
}

describe.each(MEASURES.map((measure) => [measure.id, measure] as const))('%s', (_id, measure) => {
  test('is PromQL with nothing, one and several values chosen', () => {
    const one = { models: ['m'], versions: ['1'], features: ['f'], groups: ['sex'] };
    const two = { models: ['m', 'n'], versions: ['1', '2'], features: ['f', 'g'], groups: ['sex', 'race'] };
    for (const values of [{}, one, two, { ...two, favourable: 'yes', privileged: 'Male' }]) shape(values, measure);
  });

  test.each(HOSTILE)('keeps its meaning whatever the names hold: %j', (name) => {
    const query = (text: string) => ({
      models: [text],
      versions: [text, `${text}x`],
      features: [text],
      groups: [text],
      favourable: text,
      privileged: text,
    });
    expect(shape(query(name), measure)).toBe(shape(query('plain'), measure));
  });

  test('keeps its meaning for any text at all', () => {
    const plain = shape({ models: ['plain'], features: ['plain', 'other'] }, measure);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (model, feature) => {
        expect(shape({ models: [model], features: [feature, 'other'] }, measure)).toBe(plain);
      }),
      { numRuns: 50 },
    );
  });
});

test('a list becomes a regular expression in which each value is literal', () => {
  const { promql } = compile({ ...DEFAULT_QUERY, measure: 'reference-share', features: ['a.b', 'c|d'] });
  expect(textsOf(parsePromql(promql), 'StringLiteral')).toEqual([String.raw`"a\\.b|c\\|d"`]);
});
