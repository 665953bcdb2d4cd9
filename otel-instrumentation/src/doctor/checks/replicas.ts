import type { Check } from '../check.ts';
import { replicaRows } from '../replica-rows.ts';

/** Whether replicas are told apart. */
export const replicas: Check = async (ask, scope) => {
  const rowsBy = await replicaRows(ask, scope);
  return (model) => {
    const what = 'replicas';
    const found = new Map(rowsBy(model).map(({ replica, named }) => [replica, named]));
    const nameless = [...found.values()].filter((named) => !named).length;
    if (found.size === 0) return [{ what, state: 'missing', detail: 'no replica reports its reference profile.' }];
    if (nameless === 0) return [{ what, state: 'here', detail: String(found.size) }];
    const detail =
      `${nameless} of ${found.size} have no instance: set service.instance.id (OTEL_RESOURCE_ATTRIBUTES, or ` +
      'serviceInstanceIdDetector of @opentelemetry/resources), or replicas write into the same series, and totals are far ' +
      'too high.';
    return [{ what, state: 'missing', detail }];
  };
};
