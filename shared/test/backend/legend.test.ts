import { withLegend } from '../../src/backend/legend.ts';
import { PSI_FRAME } from './made-up-frame.ts';

test('a name is made of labels, and of what stands around them', () => {
  const [frame] = withLegend([PSI_FRAME], '{{ml_feature_name}} of {{ ml_model_name }}{{absent}}');
  const { ml_feature_name: feature, ml_model_name: model } = PSI_FRAME.labels;
  expect(frame).toEqual({ ...PSI_FRAME, name: `${feature} of ${model}` });
});

test.each([undefined, ''])('without a template (%j) names stay', (legend) => {
  expect(withLegend([PSI_FRAME], legend)).toEqual([PSI_FRAME]);
});
