/** @jest-environment jsdom */
import '../jsdom.ts';
import { annotationSupport } from '../../src/datasource/annotation-support.ts';

const anno = { name: 'Drift', enable: true, iconColor: 'red' };

test('a dashboard asks for annotations, whatever query it saved', () => {
  const target = { refId: 'A', measure: 'psi', format: 'table' } as const;
  expect(annotationSupport.prepareQuery?.({ ...anno, target })).toEqual({
    refId: 'A',
    measure: 'psi',
    format: 'annotations',
  });
  expect(annotationSupport.prepareQuery?.(anno)).toEqual({ refId: 'Anno', format: 'annotations' });
});
