import type { PluginConfigPageProps, AppPluginMeta } from '@grafana/data';
import { LinkButton, Stack, Text } from '@grafana/ui';

/** What to do after the installation. */
export function SetUp(_props: PluginConfigPageProps<AppPluginMeta>) {
  return (
    <Stack direction="column" gap={2} alignItems="flex-start">
      <Text element="h3">Monitor a model in three steps</Text>
      <Text element="p">1. Add the npm package @driftline/otel to the Node service that runs the model.</Text>
      <Text element="p">
        2. Add a Driftline data source. In its settings, give the URL of the Prometheus that holds the metrics of the
        service, and how to authenticate there.
      </Text>
      <Text element="p">
        3. Add the panels “Drift over time” and “Distribution” to a dashboard, with queries to the Driftline data
        source. Alert rules take the same queries.
      </Text>
      <LinkButton href="/connections/datasources/new" icon="plus">
        Add a data source
      </LinkButton>
    </Stack>
  );
}
