import { createTheme, FieldColorModeId } from '@grafana/data';
import { sideColors } from '../../../../src/panels/distribution/chart/colors.ts';
import { distributions } from '../../../../src/panels/distribution/distributions.ts';
import { distributionFrame } from '../../../frames.ts';

const theme = createTheme();
const sidesOf = (color?: object) => {
  const frame = distributionFrame('age', { 'Training data': [1, 0], Live: [0, 1] }, { baseline: 'Training data' });
  const fields = frame.fields.map((field) =>
    field.name === 'Live' && color !== undefined ? { ...field, config: { ...field.config, color } } : field,
  );
  return distributions([{ ...frame, fields } as typeof frame])[0]?.sides ?? [];
};

test('each side has its color, and a chosen one comes first', () => {
  const [baseline, live] = sideColors(sidesOf(), theme);
  expect(baseline).not.toBe(live);
  const fixed = { mode: FieldColorModeId.Fixed, fixedColor: 'purple' };
  expect(sideColors(sidesOf(fixed), theme)).toEqual([baseline, theme.visualization.getColorByName('purple')]);
});
