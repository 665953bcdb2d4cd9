import { FEATURE_PROBLEMS } from '../../src/conventions/attributes.ts';
import type { Labels } from '../../src/query/answers.ts';

const BINS = ['≤0.1', '(0.1, 1]', '(1, 10]', '>10', 'other'];
const BOUNDS = ['0.1', '1.0', '10', '1e+06', '+Inf'];

/** Labels of made-up series that mean something to every measure: each series has all labels that any measure reads. */
export const LABELS_OF_ALL: readonly Labels[] = BINS.flatMap((bin, b) =>
  ['yes', 'no'].map((actual, a) => ({
    ml_model_name: 'm',
    ml_model_version: '1',
    ml_feature_name: 'f',
    ml_feature_bin: bin,
    ml_prediction_bin: bin,
    ml_feature_problem: FEATURE_PROBLEMS[b] as string,
    ml_deviation_side: a === 0 ? 'above' : 'below',
    ml_group_attribute: 'sex',
    ml_group_value: b < 2 ? 'Male' : 'Female',
    ml_prediction_class: b % 2 === 0 ? 'yes' : 'no',
    ml_outcome_predicted: b % 2 === 0 ? 'yes' : 'no',
    ml_outcome_actual: actual,
    error_type: b === 0 ? 'TypeError' : '',
    job: 'j',
    le: BOUNDS[b] as string,
  })),
);
