import { binTexts } from '../../src/profile/bin-text.ts';

const shown = (...labels: string[]): string[] => labels.map(binTexts(labels));

test('edges are rounded to a tenth of their distance from the next', () => {
  expect(shown('≤11.749666', '(11.749666, 14.2]', '(14.2, 20.123]', '>20.123')).toEqual([
    '≤11.7',
    '(11.7, 14.2]',
    '(14.2, 20.1]',
    '>20.1',
  ]);
});

test('edges that are near to each other stay apart', () => {
  expect(shown('(2011.2345, 2011.2391]', '(2011.2391, 5000.123]')).toEqual([
    '(2011.2345, 2011.2391]',
    '(2011.2391, 5000]',
  ]);
  expect(shown('≤0.005', '(0.005, 0.01]', '>0.01')).toEqual(['≤0.005', '(0.005, 0.01]', '>0.01']);
});

test('an edge alone has three digits, and a whole number all of them', () => {
  expect([...shown('≤0.123456'), ...shown('>12345.678'), ...shown('>48842')]).toEqual(['≤0.123', '>12346', '>48842']);
});

test('negative and very small edges', () => {
  expect(shown('≤-0.0400001', '(-0.0400001, 0.0299999]', '>0.0299999')).toEqual(['≤-0.04', '(-0.04, 0.03]', '>0.03']);
});

test('categories stay as they are, and so does the bin of all numbers', () => {
  expect(shown('>50K', '<=50K', 'other', 'all')).toEqual(['>50K', '<=50K', 'other', 'all']);
});
