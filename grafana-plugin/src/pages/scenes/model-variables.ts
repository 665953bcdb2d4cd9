import { VariableRefresh } from '@grafana/data';
import { CustomVariable, QueryVariable } from '@grafana/scenes';
import type { Baseline } from '@driftline/shared';
import { DATA_SOURCE } from './controls.ts';

/** The variable of a model's versions. */
export function versionVariable(model: string): QueryVariable {
  return new QueryVariable({
    name: 'version',
    label: 'Version',
    datasource: DATA_SOURCE,
    query: `versions(${model})`,
    refresh: VariableRefresh.onTimeRangeChanged,
    isMulti: true,
    includeAll: true,
    value: ['$__all'],
    text: ['All'],
  });
}

/** The variable of what live distributions are compared with. */
export function baselineVariable(): CustomVariable {
  return new CustomVariable({
    name: 'baseline',
    label: 'Compared with',
    query: 'training data : training,an hour earlier : 1h,a day earlier : 1d,a week earlier : 1w',
    value: 'training',
    text: 'training data',
  });
}

/** The baseline that a value of the variable stands for. */
export function baselineOf(value: string): Baseline {
  return /^\d+[mhdw]$/.test(value) ? { kind: 'earlier', offset: value } : { kind: 'reference' };
}

/** The model and the versions that are looked at. */
export function whereOf(model: string): { readonly model: readonly string[]; readonly version: readonly string[] } {
  return { model: [model], version: ['${version}'] };
}
