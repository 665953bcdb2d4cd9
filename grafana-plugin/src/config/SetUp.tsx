import type { PluginConfigPageProps, AppPluginMeta } from '@grafana/data';
import { LinkButton, Stack, Text, TextLink } from '@grafana/ui';

/** The app's only page so far: what to do after it is installed. */
export function SetUp(_props: PluginConfigPageProps<AppPluginMeta>) {
  return (
    <Stack direction="column" gap={2} alignItems="flex-start">
      <Text element="h3">Three steps to a monitored model</Text>
      <Text element="p">1. Add @driftline/otel to the Node service that runs the model.</Text>
      <Text element="p">
        2. Add a Driftline data source and name the{' '}
        <TextLink href="/connections/datasources" inline>
          Prometheus data source
        </TextLink>{' '}
        that holds its metrics.
      </Text>
      <Text element="p">3. Put the panels “Drift over time” and “Distribution” on a dashboard.</Text>
      <LinkButton href="/connections/datasources/driftline-datasource" icon="plus">
        Add a Driftline data source
      </LinkButton>
    </Stack>
  );
}
