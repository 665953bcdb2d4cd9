import fc from 'fast-check';
import type { Measure } from '../../src/measures/measure.ts';
import { MEASURES } from '../../src/measures/registry.ts';
import { aspectsOf, compile } from '../../src/query/compile.ts';
import { AVERAGES, DEFAULT_QUERY, type MeasureQuery } from '../../src/query/measure-query.ts';
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

/** Every way in which a measure can be asked: each aspect, baseline and distribution that it takes. */
function questions(measure: Measure): MeasureQuery[] {
  const query = { ...DEFAULT_QUERY, measure: measure.id, versions: ['1'] };
  const compares = measure.family === 'drift' || measure.id === 'accuracy-drop';
  const overBins = measure.subject === 'distribution' || measure.subject === 'bin';
  const histogram = { kind: 'histogram', selector: 'h{job="j"}', edges: [0.1, 1, 1e6], by: ['job'] } as const;
  const variants: MeasureQuery[] = [
    query,
    ...(compares
      ? (
          [
            { kind: 'earlier', offset: '1d' },
            { kind: 'version', version: '2' },
          ] as const
        ).map((baseline) => ({
          ...query,
          baseline,
        }))
      : []),
    ...(overBins
      ? [
          { ...query, of: { kind: 'prediction' } as const },
          { ...query, of: histogram, baseline: { kind: 'earlier', offset: '1w' } as const },
          {
            ...query,
            of: { ...histogram, native: true },
            baseline: { kind: 'selector', selector: 'h{job="k"}' } as const,
          },
        ]
      : []),
    ...(measure.subject === 'model' ? AVERAGES.map((average) => ({ ...query, average })) : []),
    ...(measure.critical === undefined ? [] : [{ ...query, significance: 0.01 }]),
  ];
  return variants.flatMap((variant) =>
    aspectsOf(variant)
      .filter((show) => show !== 'value' || measure.promql !== undefined)
      .map((show) => ({ ...variant, show })),
  );
}

const shapes = (measure: Measure, change: Partial<MeasureQuery>): string[] =>
  questions(measure).map((query) => shapeOf(parsePromql(compile({ ...query, ...change }).promql)));

describe.each(MEASURES.map((measure) => [measure.id, measure] as const))('%s', (_id, measure) => {
  test('is PromQL however it is asked, with nothing, one and several values chosen', () => {
    const one = { models: ['m'], features: ['f'], groups: ['sex'] };
    const two = { models: ['m', 'n'], features: ['f', 'g'], groups: ['sex', 'race'] };
    for (const values of [{}, one, two, { ...two, favorable: 'yes', privileged: 'Male' }]) {
      expect(shapes(measure, values).length).toBeGreaterThan(0);
    }
  });

  test.each(HOSTILE)('keeps its meaning whatever the names hold: %j', (name) => {
    const values = (text: string) => ({
      models: [text],
      versions: [text],
      features: [text],
      groups: [text],
      favorable: text,
      privileged: text,
    });
    expect(shapes(measure, values(name))).toEqual(shapes(measure, values('plain')));
  });

  test('keeps its meaning for any text at all', () => {
    const plain = shapes(measure, { models: ['plain'], features: ['plain', 'other'] });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (model, feature) => {
        expect(shapes(measure, { models: [model], features: [feature, 'other'] })).toEqual(plain);
      }),
      { numRuns: 10 },
    );
  });
});

test('a list becomes a regular expression in which each value is literal', () => {
  const { promql } = compile({ ...DEFAULT_QUERY, measure: 'reference-share', features: ['a.b', 'c|d'] });
  expect(textsOf(parsePromql(promql), 'StringLiteral')).toEqual([String.raw`"a\\.b|c\\|d"`]);
});
