import { ATTRIBUTES, gaugeSeries, labelOf, METRICS } from '@driftline/shared';
import { listed } from '../../values/listed.ts';
import { plain, quoted } from '../../values/quoted.ts';
import type { Check } from '../check.ts';
import type { Finding } from '../finding.ts';
import { PROFILE_ID, replicaRows } from '../replica-rows.ts';
import { perModel } from '../scope.ts';

const FEATURE = labelOf(ATTRIBUTES.featureName);
const BIN = labelOf(ATTRIBUTES.featureBin);
const MOST_NAMES = 5;
const ACTION =
  'This is right while a deployment rolls out. Otherwise ship one profile with all replicas, or give the model that ' +
  'was trained again a version of its own.';

/** Whether all replicas of a version compare with the same training data. */
export const references: Check = async (ask, scope) => {
  const rowsBy = await replicaRows(ask, scope);
  // Where all replicas have the same shares, their maxima add up to one; further bins or other shares add to it.
  const shares = perModel('max', scope.select(gaugeSeries(METRICS.referenceFeatureRatio)), [PROFILE_ID, FEATURE, BIN]);
  const sums = await ask(`${perModel('sum', shares, [PROFILE_ID, FEATURE])} > 1.001`);
  return (model) => {
    const what = 'two references';
    const found: Finding[] = [];
    const replicas = rowsBy(model);
    const ids = Map.groupBy(replicas, ({ profileId }) => profileId);
    if (ids.size > 1) {
      const named = [...ids].map(([id, those]) => `${id === '' ? 'without an id' : plain(id)} (${those.length})`);
      const detail = `replicas report ${ids.size} profiles (${PROFILE_ID}) at the same time: ${listed(named, named.length, MOST_NAMES)}. ${ACTION}`;
      return [{ what, state: 'wrong', detail }];
    }
    const sizes = [...new Set(replicas.map(({ rows }) => rows))];
    if (sizes.length > 1) {
      found.push({ what, state: 'wrong', detail: `replicas report ${listed(sizes)} training rows. ${ACTION}` });
    }
    const differing = [...new Set(sums.of(model).map(({ labels }) => labels[FEATURE] ?? ''))];
    if (differing.length > 0) {
      const named = listed(differing.slice(0, MOST_NAMES).map(quoted), differing.length, MOST_NAMES);
      found.push({ what, state: 'wrong', detail: `replicas report different shares or bins of ${named}. ${ACTION}` });
    }
    return found;
  };
};
