import { readFileSync, writeFileSync } from 'node:fs';
import { copyWithDoubledQuotes, doubledQuotes } from '../../src/profile/backslash-quotes.ts';
import { dataFile } from './build.ts';

test.each([
  [String.raw`1,"say \"hi\""`, '1,"say ""hi"""'],
  [String.raw`"ends \\"`, String.raw`"ends \"`],
  [String.raw`"\\\"x"`, String.raw`"\""x"`],
  [String.raw`"c:\dir"`, String.raw`"c:\dir"`],
  ['"doubled ""quotes"""', '"doubled ""quotes"""'],
])('%s becomes %s', (text, expected) => {
  expect(doubledQuotes(text)).toBe(expected);
});

test('a file is copied, wherever it is cut into pieces', async () => {
  // A piece of a stream has 64 KB: escapes of two characters lie across its end in one of the two files.
  for (const start of ['', 'x']) {
    const text = start + String.raw`\"\\`.repeat(50_000) + '\\';
    const path = dataFile('escapes.csv', text);
    writeFileSync(path, text);
    await copyWithDoubledQuotes(path, `${path}.copy`);
    expect(readFileSync(`${path}.copy`, 'utf8') === start + String.raw`""\ `.trim().repeat(50_000) + '\\').toBe(true);
  }
});
