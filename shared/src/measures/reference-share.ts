import { referenceShareExpression } from './bin-shares.ts';
import type { Measure } from './measure.ts';

export const referenceShare: Measure = {
  id: 'reference-share',
  name: 'Reference share by bin',
  description: 'How the training data of a feature spread over its bins.',
  definition: 'training rows in the bin / training rows in all bins, missing values left out',
  source: 'Evidently (valid values only)',
  unit: 'share',
  subject: 'bin',
  worse: 'neither',
  legend: () => '{{ml_feature_name}} {{ml_feature_bin}}',
  promql: referenceShareExpression,
};
