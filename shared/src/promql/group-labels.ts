import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { labelOf } from '../conventions/series.ts';
import { dimensionLabels } from './selectors.ts';

/** The label that holds the group itself. */
export const GROUP = labelOf(ATTRIBUTES.groupValue);

/** Labels of one group attribute of a model, such as sex, and of one group of it. */
export const PER_GROUP_ATTRIBUTE: readonly string[] = dimensionLabels(METRICS.groupPredictions);
export const PER_GROUP: readonly string[] = [...PER_GROUP_ATTRIBUTE, GROUP];
