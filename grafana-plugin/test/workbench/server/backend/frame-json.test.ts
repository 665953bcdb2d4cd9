import type { DataFrame } from '@driftline/shared';
import { frameJson } from '../../../../workbench/server/backend/frame-json.ts';

const FRAME: DataFrame = {
  name: 'age',
  meta: { type: 'timeseries-multi', typeVersion: [0, 1], executedQueryString: 'up' },
  fields: [
    { name: 'Time', type: 'time', config: {}, values: [1000, 2000] },
    {
      name: 'Value',
      type: 'number',
      labels: { a: '1' },
      displayName: 'age',
      config: { unit: 's' },
      values: [0.5, NaN],
    },
    { name: 'Feature', type: 'string', labels: {}, config: {}, values: ['age', ''] },
  ],
};

test('a frame is written as Grafana writes it, with null for a hole', () => {
  expect(frameJson(FRAME, 'A')).toStrictEqual({
    schema: {
      refId: 'A',
      name: 'age',
      meta: FRAME.meta,
      fields: [
        { name: 'Time', type: 'time', typeInfo: { frame: 'time.Time' } },
        {
          name: 'Value',
          type: 'number',
          typeInfo: { frame: 'float64', nullable: true },
          labels: { a: '1' },
          config: { displayNameFromDS: 'age', unit: 's' },
        },
        { name: 'Feature', type: 'string', typeInfo: { frame: 'string' } },
      ],
    },
    data: {
      values: [
        [1000, 2000],
        [0.5, null],
        ['age', ''],
      ],
    },
  });
});
