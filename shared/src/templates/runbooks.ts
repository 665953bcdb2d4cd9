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

/** What to do when predictions fail. */
export const ERROR_RUNBOOK =
  'Look at the types of error first, then at the last release of the model and of the service that calls it. If the ' +
  'version is new, roll back.';

/** What to do when a model is not asked any more. */
export const NO_TRAFFIC_RUNBOOK =
  'Check whether callers still reach the service: the route, the load balancer, a feature flag. A model that is used at ' +
  'some hours only, or run by a job, belongs to the models that run in batches.';

/** What to do when a model reports no more. */
export const TELEMETRY_RUNBOOK =
  'Check whether the service runs, then the way of its metrics: the scrape target or the OTLP receiver, and a collector ' +
  'between them. `driftline doctor` looks at each step. Until then, no other alert can be about the model.';

/** What to do when observations come without the training data to hold them against. */
export const REFERENCE_RUNBOOK =
  'Check that the version was started with its profile, and that no relabeling rule, allow list or remote write filter ' +
  'drops the series that begin with ml_reference.';
