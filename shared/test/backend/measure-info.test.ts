import { measureInfos } from '../../src/backend/measure-info.ts';
import { MEASURES } from '../../src/measures/registry.ts';

const INFOS = measureInfos();

test('every measure is listed, in its order, as plain data', () => {
  expect(INFOS.map(({ id }) => id)).toEqual(MEASURES.map(({ id }) => id));
  expect(JSON.parse(JSON.stringify(INFOS))).toEqual(INFOS);
});

test('an average of classes shows what it has', () => {
  const precision = INFOS.find(({ id }) => id === 'precision');
  expect(precision?.aspects).toContain('lower');
  expect(precision?.averagedAspects).not.toContain('lower');
  const psi = INFOS.find(({ id }) => id === 'psi');
  expect(psi?.averagedAspects).toEqual(psi?.aspects);
});

test.each([
  ['psi', ['timeseries', 'table', 'distribution']],
  ['accuracy', ['timeseries', 'table', 'confusion']],
  ['bias', ['timeseries', 'table']],
])('a panel can have %s as %j', (measure, formats) => {
  expect(INFOS.find(({ id }) => id === measure)?.formats).toEqual(formats);
});
