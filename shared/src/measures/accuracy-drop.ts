import { sub } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { labelOf } from '../conventions/series.ts';
import type { Expression } from '../promql/expression.ts';
import { labeled } from '../promql/label-replace.ts';
import { Outcomes } from '../promql/outcomes.ts';
import { PER_MODEL, reference } from '../promql/reference.ts';
import { modelOf } from '../promql/series.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { QueryError } from '../query/query-error.ts';
import { accuracyExpression } from './accuracy.ts';
import type { Measure } from './measure.ts';
import { PERFORMANCE_REMEDY } from './remedies.ts';

/** Name of the accuracy among the baseline's performance in a profile. */
const BASELINE = 'accuracy';

function baselineAccuracy(query: MeasureQuery): Expression {
  const { baseline } = query;
  switch (baseline.kind) {
    case 'reference': {
      const values = { ...modelOf(query), [ATTRIBUTES.performanceMeasure]: { is: BASELINE } };
      return reference(METRICS.referencePerformance, query, values, PER_MODEL);
    }
    case 'earlier':
      return accuracyExpression(query, baseline.offset);
    case 'version':
      return labeled(
        accuracyExpression({ ...query, versions: [baseline.version] }),
        labelOf(ATTRIBUTES.modelVersion),
        query.versions[0] ?? '',
      );
    case 'selector':
      throw new QueryError('The accuracy drop is that of a model: choose another measure for a histogram.');
  }
}

export const accuracyDrop: Measure = {
  id: 'accuracy-drop',
  name: 'Accuracy drop',
  description: 'How far the accuracy has fallen below that of the baseline, by default the one that the profile holds.',
  definition: 'accuracy of the baseline − accuracy in the window',
  source: 'The default alarm of five points is a convention of this field',
  family: 'performance',
  unit: 'share',
  subject: 'model',
  worse: 'higher',
  thresholds: { side: 'above', alarm: 0.05, remedy: PERFORMANCE_REMEDY },
  legend: () => '{{ml_model_name}} {{ml_model_version}}',
  promql: (query) => sub(baselineAccuracy(query), accuracyExpression(query)),
  observations: (query) => Outcomes.ofModel(query).count(),
};
