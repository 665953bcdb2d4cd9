import { t } from '@grafana/i18n';
import { EmbeddedScene, SceneAppPage, SceneTimeRange, SceneVariableSet } from '@grafana/scenes';
import { KEPT_KEYS, MODELS } from '../../common/addresses.ts';
import { modelPage } from '../model/model-page.ts';
import { dataSourceVariable, pageControls, windowVariable } from '../scenes/controls.ts';
import { questionRunner } from '../scenes/measure-queries.ts';
import { QueriedView } from '../scenes/QueriedView.tsx';
import { TABLE_QUESTIONS, TREND_QUESTIONS } from './models-questions.ts';
import { ModelsView } from './ModelsView.tsx';

/** Points of a sparkline. */
const TREND_POINTS = 40;

/** The page of all models, below which each has its own. */
export function modelsPage(): SceneAppPage {
  return new SceneAppPage({
    title: t('pages.models-page.title.models', 'Models'),
    url: MODELS,
    routePath: 'models/*',
    preserveUrlKeys: [...KEPT_KEYS],
    $timeRange: new SceneTimeRange({ from: 'now-24h', to: 'now' }),
    $variables: new SceneVariableSet({ variables: [dataSourceVariable(), windowVariable()] }),
    controls: pageControls(),
    getScene: () =>
      new EmbeddedScene({
        body: new QueriedView({
          View: ModelsView,
          main: questionRunner(() => TABLE_QUESTIONS),
          others: { trends: questionRunner(() => TREND_QUESTIONS, { maxDataPoints: TREND_POINTS }) },
        }),
      }),
    drilldowns: [{ routePath: ':model/*', getPage: ({ params }, parent) => modelPage(params['model'] ?? '', parent) }],
  });
}
