import { errorSentence } from '../../src/datasource/error-sentence.ts';

test.each([
  [{ status: 400, data: { message: 'window is "soon"' } }, 'window is "soon"'],
  [new Error('refused'), 'refused'],
  ['refused', 'refused'],
  [{ status: 0 }, 'Grafana did not answer: reload the page.'],
  [undefined, 'undefined'],
])('%j says %s', (error, sentence) => {
  expect(errorSentence(error)).toBe(sentence);
});
