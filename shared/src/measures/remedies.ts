/** What to do when a distribution has moved. */
export const DRIFT_REMEDY =
  'Look at the distribution bin by bin. A fault upstream, such as a changed unit or a lost source, is to be mended ' +
  'there; if the world has changed, check the performance and train the model anew.';

/** What to do when values arrive that a feature should not have. */
export const DATA_QUALITY_REMEDY =
  'Compare the service that sends the rows with the last release that was sound: a renamed field, a failed join and a ' +
  'changed type are the usual causes.';

/** What to do when one group fares worse. */
export const FAIRNESS_REMEDY =
  'Look at the counts of each group first. Then compare the features of the groups, and whether a rule or a threshold ' +
  'behind the model changed; keep people in the decision until it is understood.';

/** What to do when a model is wrong more often. */
export const PERFORMANCE_REMEDY =
  'Look at which features have drifted and which cells of the confusion matrix have grown; go back to the version ' +
  'before if this one is new, and train the model anew if the world has changed.';

/** What to do when predictions take long. */
export const LATENCY_REMEDY =
  'Compare with the throughput and with the last release: saturation, a larger model or a slow feature store are the ' +
  'usual causes.';
