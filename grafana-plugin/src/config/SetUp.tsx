import { Trans } from '@grafana/i18n';
import type { PluginConfigPageProps, AppPluginMeta } from '@grafana/data';
import { LinkButton, Stack, Text } from '@grafana/ui';

/** What to do after the installation. */
export function SetUp(_props: PluginConfigPageProps<AppPluginMeta>) {
  return (
    <Stack direction="column" gap={2} alignItems="flex-start">
      <Text element="h3">
        <Trans i18nKey="config.set-up.monitor-a-model-in-three-steps">Monitor a model in three steps</Trans>
      </Text>
      <Text element="p">
        <Trans i18nKey="config.set-up.step-1">
          1. Add the npm package @driftline/otel to the Node service that runs the model.
        </Trans>
      </Text>
      <Text element="p">
        <Trans i18nKey="config.set-up.step-2">
          2. Add a Driftline data source. In its settings, give the URL of the Prometheus that holds the metrics of the
          service, and how to authenticate there.
        </Trans>
      </Text>
      <Text element="p">
        <Trans i18nKey="config.set-up.step-3">
          3. Add the panels “Drift over time” and “Distribution” to a dashboard, with queries to the Driftline data
          source. Alert rules take the same queries.
        </Trans>
      </Text>
      <LinkButton href="/connections/datasources/new" icon="plus">
        <Trans i18nKey="config.set-up.add-a-data-source">Add a data source</Trans>
      </LinkButton>
    </Stack>
  );
}
