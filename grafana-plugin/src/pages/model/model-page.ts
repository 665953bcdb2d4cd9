import { t } from '@grafana/i18n';
import {
  EmbeddedScene,
  SceneAppPage,
  SceneTimeRange,
  SceneVariableSet,
  type SceneAppPageLike,
  type SceneObject,
} from '@grafana/scenes';
import { KEPT_KEYS, MODELS, modelAddress, type TabId } from '../../common/addresses.ts';
import { dataSourceVariable, pageControls, windowVariable } from '../scenes/controls.ts';
import { baselineVariable, versionVariable } from '../scenes/model-variables.ts';
import { alertsTab } from './alerts/alerts-tab.ts';
import { dataQualityTab } from './data-quality/data-quality-tab.ts';
import { driftTab } from './drift/drift-tab.ts';
import { fairnessTab } from './fairness/fairness-tab.ts';
import { overviewTab } from './overview/overview-tab.ts';
import { performanceTab } from './performance/performance-tab.ts';
import { servingTab } from './serving/serving-tab.ts';
import { TabScene } from './TabScene.tsx';
import { versionsTab } from './versions/versions-tab.ts';

interface TabEntry {
  readonly id: TabId;
  readonly title: string;
  readonly content: (model: string) => SceneObject;
}

const tabs = (): readonly TabEntry[] => [
  { id: 'overview', title: t('pages.tabs.overview', 'Overview'), content: overviewTab },
  { id: 'drift', title: t('pages.tabs.drift', 'Drift'), content: driftTab },
  { id: 'data-quality', title: t('pages.tabs.data-quality', 'Data quality'), content: dataQualityTab },
  { id: 'performance', title: t('pages.tabs.performance', 'Performance'), content: performanceTab },
  { id: 'fairness', title: t('pages.tabs.fairness', 'Fairness'), content: fairnessTab },
  { id: 'versions', title: t('pages.tabs.versions', 'Versions'), content: versionsTab },
  { id: 'serving', title: t('pages.tabs.serving', 'Serving'), content: servingTab },
  { id: 'alerts', title: t('pages.tabs.alerts', 'Alerts'), content: alertsTab },
];

/** Pages that were made, by their models: all tabs of a model share one, with its choices. */
const pages = new Map<string, SceneAppPage>();

/** The page of one model. */
export function modelPage(model: string, parent: SceneAppPageLike): SceneAppPage {
  const known = pages.get(model);
  if (known !== undefined) return known;
  const page = new SceneAppPage({
    title: model,
    url: `${MODELS}/${encodeURIComponent(model)}`,
    routePath: ':model/*',
    preserveUrlKeys: [...KEPT_KEYS],
    getParentPage: () => parent,
    $timeRange: new SceneTimeRange({ from: 'now-24h', to: 'now' }),
    $variables: new SceneVariableSet({
      variables: [dataSourceVariable(), versionVariable(model), baselineVariable(), windowVariable()],
    }),
    controls: pageControls(),
    tabs: tabs().map(
      ({ id, title, content }) =>
        new SceneAppPage({
          title,
          url: modelAddress(model, id),
          routePath: id,
          preserveUrlKeys: [...KEPT_KEYS],
          getScene: () => new EmbeddedScene({ body: new TabScene({ model, content: content(model) }) }),
        }),
    ),
  });
  pages.set(model, page);
  return page;
}
