import { div } from '@grafana/promql-builder';
import { observedFeatures, referencedFeatures, unreferencedFeatures } from '../../counts/presence.ts';
import { orZero } from '../../promql/or-zero.ts';
import { valueOfRate } from '../../statistics/rate.ts';
import { defineMeasure } from '../../templates/measure.ts';
import { REFERENCE_RUNBOOK } from '../../templates/runbooks.ts';

export const referenceMissing = defineMeasure({
  id: 'reference-missing',
  name: 'Reference missing',
  description:
    'Share of the observed features of which the store has no reference. Their drift and data quality have no values, ' +
    'so that no other alert can be about them.',
  definition: 'features with observations and without ml.reference.feature.ratio / features with observations',
  source: 'Driftline: the reference travels with the service',
  family: 'traffic',
  unit: 'share',
  subject: 'model',
  worse: 'higher',
  thresholds: {
    side: 'above',
    critical: 0,
    title: 'Reference missing',
    event: 'has features without a reference',
    runbook: REFERENCE_RUNBOOK,
  },
  inputs: ['model', 'version', 'feature'],
  counts: referencedFeatures,
  value: {
    of: valueOfRate,
    promql: (query) => div(orZero(unreferencedFeatures(query), observedFeatures(query)), observedFeatures(query)),
  },
});
