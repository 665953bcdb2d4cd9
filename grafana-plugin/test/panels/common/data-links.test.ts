import type { Field } from '@grafana/data';
import { linksOf, linksSentence } from '../../../src/panels/common/data-links.ts';
import { measureFrame } from '../../frames.ts';
import { linkTo, withLinks } from '../links.ts';

const [a, b] = [linkTo('a'), linkTo('b')];
const fieldWith = (...links: (typeof a)[]): Field | undefined => withLinks(measureFrame({}, {}, [1]), links).fields[1];

test('the links of all values of a row, each once', () => {
  expect(linksOf([fieldWith(a), undefined, fieldWith(a, b)], 0)).toEqual([a, b]);
});

test('no value has no link', () => {
  expect(linksOf([fieldWith(a)], -1)).toEqual([]);
  expect(linksOf(measureFrame({}, {}, [1]).fields, 0)).toEqual([]);
});

test('one link is named, several are counted', () => {
  expect(linksSentence([a])).toBe('Click or press Enter: a');
  expect(linksSentence([a, b])).toBe('Click or press Enter for 2 links');
  expect(linksSentence([])).toBeUndefined();
});
