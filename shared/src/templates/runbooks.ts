/** What to do when a distribution changed. */
export const DRIFT_RUNBOOK =
  'Look at the distribution bin by bin. Fix upstream faults (a changed unit, a lost source) at the source. If the ' +
  'population changed, check the accuracy of the model, then retrain it.';

/** What to do when values arrive that a feature should not have. */
export const DATA_QUALITY_RUNBOOK =
  'Compare the service that sends the rows with its last good release. The usual causes are a renamed field, a failed ' +
  'join and a changed type. Fix them there, not in the model.';

/** What to do when one group fares worse. */
export const FAIRNESS_RUNBOOK =
  'Check the number of people in each group first. Then compare the features of the groups, and look for a changed ' +
  'rule or decision threshold behind the model. Let people make the decisions until the cause is known.';

/** What to do when a model is wrong more often. */
export const PERFORMANCE_RUNBOOK =
  'If the version is new, roll back. Otherwise look for features that drifted and for cells of the confusion matrix ' +
  'that grew. If the population changed, retrain.';

/** What to do when predictions take long. */
export const LATENCY_RUNBOOK =
  'Compare with the throughput and with the last release. The usual causes are saturation, a larger model and a slow ' +
  'feature store.';
