import { listed } from '../../values/listed.ts';
import type { Check } from '../check.ts';
import { INSTANCE, replicaOf, replicaRows } from '../replica-rows.ts';

/** Whether the SDK dropped the labels of some counts: it lumps what is beyond its limit under one label, without a model. */
export const overflow: Check = async (ask, scope) => {
  const lumped = await ask(
    `count by (${['__name__', ...INSTANCE].join(', ')}) ({__name__=~"ml_.+",otel_metric_overflow="true"})`,
  );
  const rowsBy = await replicaRows(ask, scope);
  return (model) => {
    const own = new Set(rowsBy(model).map(({ replica }) => replica));
    const names = lumped.series
      .filter(({ labels }) => own.has(replicaOf(labels)))
      .map(({ labels }) => labels['__name__'] ?? '');
    if (names.length === 0) return [];
    const detail =
      `the SDK's limit of label sets is reached in ${listed([...new Set(names)].sort())}, and counts beyond it belong to no ` +
      'model: raise cardinalitySelector of the metric reader, or build the profiles with fewer classes and groups.';
    return [{ what: 'limit of the SDK', state: 'wrong', detail }];
  };
};
