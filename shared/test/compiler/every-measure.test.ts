import fc from 'fast-check';
import { aspectsOf, compile } from '../../src/compiler/compile.ts';
import { plan } from '../../src/compiler/plan.ts';
import { MEASURES } from '../../src/measures/registry.ts';
import { DEFAULT_QUERY, type MeasureQuery, type Where } from '../../src/query/measure-query.ts';
import type { Measure } from '../../src/templates/measure.ts';
import { parsePromql, shapeOf, textsOf } from '../parse-promql.ts';
import { queriesOf } from './queries-of.ts';

/** What could end a literal or a matcher, in texts that a wrong escape of any of it would break; and an empty one. */
const HOSTILE = [
  ['a"b', "it's", 'back\\slash', 'a\nb', 'a\r\tb', '}', '"} or vector(1) or {x="', '{{ $labels }}', '$model'].join(''),
  ['.*|a+(b)?', '🦊', '\u2028', '\u0000', '\ud800', '\\'].join(''),
  '"',
  '',
];

type Change = Omit<Partial<MeasureQuery>, 'where'> & { readonly where?: Where };

/** All texts of a measure however it is asked: its plan, and each aspect that PromQL can express. */
function textsOfMeasure(measure: Measure, { where, ...change }: Change): string[] {
  return queriesOf(measure).flatMap((asked) => {
    const query = { ...asked, ...change, where: { ...asked.where, ...where } };
    const aspects = aspectsOf(query).filter((show) => show !== 'value' || measure.hasPromql);
    const inPromql = aspects.filter((show) => measure.promql(query, show) !== undefined);
    return [...plan(query), ...inPromql.map((show) => compile({ ...query, show }).promql)];
  });
}

const shapes = (measure: Measure, change: Change): string[] =>
  [...new Set(textsOfMeasure(measure, change))].map((text) => shapeOf(parsePromql(text)));

describe.each(MEASURES.map((measure) => [measure.id, measure] as const))('%s', (_id, measure) => {
  test('as text', () => {
    const query = { ...DEFAULT_QUERY, measure: measure.id };
    const promql = measure.hasPromql ? compile(query).promql : undefined;
    expect({ promql, plan: plan(query) }).toMatchSnapshot();
  });

  test('is PromQL however it is asked, with nothing, one and several values chosen', () => {
    const one = { where: { model: ['m'], feature: ['f'], group: ['sex'] } };
    const two = { where: { model: ['m', 'n'], feature: ['f', 'g'], group: ['sex', 'race'] } };
    for (const values of [{}, one, two, { ...two, favorable: 'yes', privileged: 'Male' }]) {
      expect(shapes(measure, values).length).toBeGreaterThan(0);
    }
  });

  test('keeps its meaning whatever the names hold', () => {
    const values = (text: string): Change => ({
      where: { model: [text], version: [text], feature: [text], group: [text] },
      favorable: text,
      privileged: text,
    });
    const plain = shapes(measure, values('plain'));
    for (const name of HOSTILE)
      expect({ name, shapes: shapes(measure, values(name)) }).toEqual({ name, shapes: plain });
  });

  test('keeps its meaning for any text at all', () => {
    const plain = shapes(measure, { where: { model: ['plain'], feature: ['plain', 'other'] } });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (model, feature) => {
        expect(shapes(measure, { where: { model: [model], feature: [feature, 'other'] } })).toEqual(plain);
      }),
      { numRuns: 2 },
    );
  });
});

test('a list becomes a regular expression in which each value is literal', () => {
  const { promql } = compile({ ...DEFAULT_QUERY, measure: 'reference-share', where: { feature: ['a.b', 'c|d'] } });
  expect(textsOf(parsePromql(promql), 'StringLiteral')).toEqual([String.raw`"a\\.b|c\\|d"`]);
});
