import { t } from '@grafana/i18n';
import {
  CustomVariable,
  DataSourceVariable,
  SceneRefreshPicker,
  SceneTimePicker,
  VariableValueSelectors,
  type SceneObject,
} from '@grafana/scenes';
import { DATA_SOURCE_TYPE } from '../../common/data-source-type.ts';

/** What queries of the pages ask. */
export const DATA_SOURCE = { type: DATA_SOURCE_TYPE, uid: '${ds}' };

/** The variable of the data source; with one alone there is nothing to choose. */
export function dataSourceVariable(): DataSourceVariable {
  return new DataSourceVariable({
    name: 'ds',
    label: t('pages.data-source-variable.label.data-source', 'Data source'),
    pluginId: DATA_SOURCE_TYPE,
  });
}

/** The variable of the window over which live observations are counted. */
export function windowVariable(): CustomVariable {
  return new CustomVariable({
    name: 'window',
    label: t('pages.window-variable.label.window', 'Window'),
    description: t(
      'pages.window-variable.description',
      'Observations that one value rests on: those of the time before it',
    ),
    query: '5m,15m,1h,6h,1d,7d',
    value: '1h',
    // eslint-disable-next-line @grafana/i18n/no-untranslated-strings -- a duration
    text: '1h',
  });
}

/** What stands at the head of a page. */
export function pageControls(): SceneObject[] {
  return [
    new VariableValueSelectors({}),
    new SceneTimePicker({ isOnCanvas: true }),
    new SceneRefreshPicker({ intervals: ['10s', '30s', '1m', '5m'], refresh: '30s', isOnCanvas: true }),
  ];
}
