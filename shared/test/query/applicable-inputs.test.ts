import { measureById } from '../../src/measures/registry.ts';
import { applicableInputs } from '../../src/query/applicable-inputs.ts';
import type { HistogramSource } from '../../src/query/measure-query.ts';

const HISTOGRAM: HistogramSource = { kind: 'histogram', selector: 'h', edges: [1], by: [] };

test('what a query can say depends on what it is asked of', () => {
  const { inputs } = measureById('psi');
  expect(applicableInputs(inputs)).toEqual(inputs);
  expect(applicableInputs(inputs, { kind: 'prediction' })).toEqual(inputs.filter((input) => input !== 'feature'));
  expect(applicableInputs(inputs, HISTOGRAM)).toEqual(['of', 'baseline', 'minimumObservations', 'significance']);
});

test('a measure of models alone takes the same of whatever is asked', () => {
  const { inputs } = measureById('accuracy');
  expect(applicableInputs(inputs, HISTOGRAM)).toEqual(inputs);
});
