import { createTheme, FieldColorModeId, FieldType, ThresholdsMode, type DataFrame } from '@grafana/data';
import { withDisplay } from '../../../src/panels/common/with-display.ts';

test('text and color follow the configuration', () => {
  const frame: DataFrame = {
    length: 1,
    fields: [
      { name: 'Time', type: FieldType.time, config: {}, values: [0] },
      {
        name: 'Value',
        type: FieldType.number,
        values: [0.3],
        config: {
          unit: 'percentunit',
          color: { mode: FieldColorModeId.Thresholds },
          thresholds: {
            mode: ThresholdsMode.Absolute,
            steps: [
              { value: -Infinity, color: '#00ff00' },
              { value: 0.25, color: '#ff0000' },
            ],
          },
        },
      },
    ],
  };
  const [time, value] = withDisplay([frame], 'utc', createTheme())[0]?.fields ?? [];
  expect(value?.display?.(0.3)).toMatchObject({ text: '30', suffix: '%', color: '#ff0000' });
  expect(value?.display?.(0.2)).toMatchObject({ color: '#00ff00' });
  expect(time?.display).toBeUndefined();
});
