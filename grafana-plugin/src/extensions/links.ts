import { AppEvents, PluginExtensionPoints, type PluginExtensionAddedLinkConfig } from '@grafana/data';
import { t } from '@grafana/i18n';
import { getAppEvents, getDataSourceSrv } from '@grafana/runtime';
import { MODELS } from '../common/addresses.ts';
import { DATA_SOURCE_TYPE } from '../common/data-source-type.ts';
import { errorSentence } from '../datasource/error-sentence.ts';
import type * as Actions from './actions.ts';
import { instanceLink, ruleLink, type InstanceContext, type RuleContext } from './alert-link.ts';
import { driftlineQueries, type AskedContext } from './asked-context.ts';
import { modelLink } from './model-link.ts';
import { panelHistogram } from './panel-histogram.ts';

/**
 * Titles and descriptions are those of plugin.json, by which Grafana knows a link; people read what `configure` gives, in
 * their language.
 */
const GROUP = { name: 'Driftline', icon: 'heart-rate' } as const;

const OPEN_MODEL: PluginExtensionAddedLinkConfig<AskedContext> = {
  title: 'Open model',
  description: 'The page of the model that is shown here',
  targets: [PluginExtensionPoints.DashboardPanelMenu, PluginExtensionPoints.ExploreToolbarAction],
  group: GROUP,
  icon: 'heart-rate',
  path: MODELS,
  configure: (context) =>
    shown(
      modelLink(context),
      t('extensions.links.open-model', 'Open model'),
      t('extensions.links.open-model-description', 'The page of the model that is shown here'),
    ),
};

const CREATE_RULE: PluginExtensionAddedLinkConfig<AskedContext> = {
  title: 'Create alert rule',
  description: 'An alert rule of what this panel asks Driftline, with the default limit of the measure',
  targets: [PluginExtensionPoints.DashboardPanelMenu],
  group: GROUP,
  icon: 'bell',
  configure: (context) =>
    shown(
      driftlineQueries(context).length === 0 ? undefined : {},
      t('extensions.links.create-rule', 'Create alert rule'),
      t(
        'extensions.links.create-rule-description',
        'An alert rule of what this panel asks Driftline, with the default limit of the measure',
      ),
    ),
  onClick: (_, { context }) =>
    follow(context, t('extensions.links.no-alert-rule', 'No alert rule'), ({ createRuleOfPanel }) => createRuleOfPanel),
};

const WATCH_HISTOGRAM: PluginExtensionAddedLinkConfig<AskedContext> = {
  title: 'Watch this distribution for drift',
  description: 'How far the distribution of this histogram is from that of the day before',
  targets: [PluginExtensionPoints.DashboardPanelMenu, PluginExtensionPoints.ExploreToolbarAction],
  group: GROUP,
  icon: 'heart-rate',
  configure: (context) =>
    shown(
      panelHistogram(context) === undefined || !hasDataSource() ? undefined : {},
      t('extensions.links.watch-histogram', 'Watch this distribution for drift'),
      t(
        'extensions.links.watch-histogram-description',
        'How far the distribution of this histogram is from that of the day before',
      ),
    ),
  onClick: (_, { context }) =>
    follow(context, t('extensions.links.nothing-to-watch', 'Nothing to watch'), ({ watchHistogram }) => watchHistogram),
};

const OPEN_INSTANCE: PluginExtensionAddedLinkConfig<InstanceContext> = {
  title: 'Open the model of this alert',
  description: 'The feature and the model that the labels of the alert name',
  targets: [PluginExtensionPoints.AlertInstanceAction],
  icon: 'heart-rate',
  path: MODELS,
  configure: (context) =>
    shown(
      instanceLink(context),
      t('extensions.links.open-instance', 'Open the model of this alert'),
      t('extensions.links.open-instance-description', 'The feature and the model that the labels of the alert name'),
    ),
};

const OPEN_RULE: PluginExtensionAddedLinkConfig<RuleContext> = {
  title: 'Open the model of this rule',
  description: 'The model that the rule is about',
  targets: [PluginExtensionPoints.AlertingAlertingRuleAction],
  icon: 'heart-rate',
  path: MODELS,
  configure: (context) =>
    shown(
      ruleLink(context),
      t('extensions.links.open-rule', 'Open the model of this rule'),
      t('extensions.links.open-rule-description', 'The model that the rule is about'),
    ),
};

const OPEN_MODELS: PluginExtensionAddedLinkConfig = {
  title: 'Driftline: models',
  description: 'All models that report, the worst first',
  targets: [PluginExtensionPoints.CommandPalette],
  icon: 'heart-rate',
  path: MODELS,
  configure: () =>
    shown(
      {},
      t('extensions.links.open-models', 'Driftline: models'),
      t('extensions.links.open-models-description', 'All models that report, the worst first'),
    ),
};

/** The links that the app adds to Grafana; plugin.json declares the same. */
export const LINKS = [
  OPEN_MODEL,
  CREATE_RULE,
  WATCH_HISTOGRAM,
  OPEN_INSTANCE,
  OPEN_RULE,
  OPEN_MODELS,
] as unknown as readonly PluginExtensionAddedLinkConfig[];

const hasDataSource = (): boolean => getDataSourceSrv().getList({ pluginId: DATA_SOURCE_TYPE }).length > 0;

/** What a link says and where it leads; nothing where it is not shown. */
function shown<Leads extends object>(leads: Leads | undefined, title: string, description: string) {
  return leads && { ...leads, title, description };
}

/** Does what a link leads to; what goes wrong is said where Grafana says it. */
function follow(
  context: Readonly<AskedContext> | undefined,
  title: string,
  choose: (actions: typeof Actions) => (context: AskedContext) => Promise<void>,
): void {
  if (context === undefined) return;
  import(/* webpackChunkName: "extensions/actions" */ './actions.ts')
    .then((actions) => choose(actions)(context))
    .catch((error: unknown) => {
      getAppEvents().publish({ type: AppEvents.alertWarning.name, payload: [title, errorSentence(error)] });
    });
}
