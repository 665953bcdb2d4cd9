import { t } from '@grafana/i18n';
import { VariableRefresh } from '@grafana/data';
import { CustomVariable, QueryVariable } from '@grafana/scenes';
import type { Baseline } from '@driftline/shared';
import { DATA_SOURCE } from './controls.ts';

/** The variable of a model's versions. */
export function versionVariable(model: string): QueryVariable {
  return new QueryVariable({
    name: 'version',
    label: t('pages.version-variable.label.version', 'Version'),
    datasource: DATA_SOURCE,
    query: `versions(${model})`,
    refresh: VariableRefresh.onTimeRangeChanged,
    isMulti: true,
    includeAll: true,
    value: ['$__all'],
    text: [t('pages.version-variable.all', 'All')],
  });
}

/** The variable of what live distributions are compared with. */
export function baselineVariable(): CustomVariable {
  return new CustomVariable({
    name: 'baseline',
    label: t('pages.baseline-variable.label.compared-with', 'Compared with'),
    query: [
      `${t('pages.baseline-variable.text.training-data', 'training data')} : training`,
      `${t('pages.baseline-variable.hour', 'an hour earlier')} : 1h`,
      `${t('pages.baseline-variable.day', 'a day earlier')} : 1d`,
      `${t('pages.baseline-variable.week', 'a week earlier')} : 1w`,
    ].join(','),
    value: 'training',
    text: t('pages.baseline-variable.text.training-data', 'training data'),
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
