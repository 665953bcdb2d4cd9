import { labelText } from '../../src/values/label-text.ts';

test.each([
  ['café 😀', 'café 😀'],
  ['\uD800', '?'],
  ['a\uDC00b', 'a?b'],
  ['caf\uFFFD', 'caf?'],
])('%j is the label %j', (text, label) => {
  expect(labelText(text)).toBe(label);
});
