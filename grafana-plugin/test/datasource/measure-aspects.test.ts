import { measureAspects } from '../../src/datasource/measure-aspects.ts';
import { infoOf } from './measure-infos.ts';

test('an average of classes is no share, and has no numerator', () => {
  expect(measureAspects(infoOf('precision'), {})).toContain('numerator');
  expect(measureAspects(infoOf('precision'), { average: 'favorable' })).toContain('numerator');
  expect(measureAspects(infoOf('precision'), { average: 'macro' })).toEqual(['value', 'observations']);
});
