import { annotationFrame } from '../../src/backend/annotation-frame.ts';
import { FEATURE, MODEL } from '../counts/made-up-series.ts';

test('annotations are rows by time, with the fields that Grafana reads', () => {
  const later = { time: 2000, timeEnd: 3000, text: 'b', tags: ['critical', 'a,b'], labels: FEATURE };
  const sooner = { time: 1000, timeEnd: 1000, text: 'a', tags: [], labels: MODEL };
  const frame = annotationFrame([later, sooner], { annotations: 'drift', window: '5m' }, ['x', 'y']);
  expect(frame.meta).toMatchObject({
    custom: { annotations: 'drift', window: '5m' },
    executedQueryString: 'x\n\ny',
  });
  expect(Object.fromEntries(frame.fields.map(({ name, type, values }) => [name, [type, ...values]]))).toEqual({
    time: ['time', 1000, 2000],
    timeEnd: ['time', 1000, 3000],
    text: ['string', 'a', 'b'],
    // Grafana splits at commas, also at those of a name.
    tags: ['string', '', 'critical,a;b'],
    model: ['string', 'm', 'm'],
    version: ['string', '1', '1'],
    feature: ['string', '', 'age'],
  });
});
