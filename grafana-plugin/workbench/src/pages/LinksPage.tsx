import { PluginExtensionPoints } from '@grafana/data';
import { Stack, Text } from '@grafana/ui';
import { LinkButtons } from './LinkButtons.tsx';
import { Section } from './Section.tsx';

/** What Grafana tells of the places that have no page here: an alert of the income example, its rule, and nothing. */
const PLACES = [
  {
    title: 'Beside an active alert',
    extensionPoint: PluginExtensionPoints.AlertInstanceAction,
    context: {
      instance: {
        labels: {
          driftline: 'drift',
          ml_model_name: 'income',
          ml_model_version: '1.4.0',
          ml_feature_name: 'age',
        },
      },
    },
  },
  {
    title: 'Beside an alert rule',
    extensionPoint: PluginExtensionPoints.AlertingAlertingRuleAction,
    context: { labels: { driftline: 'fairness', model: 'income' }, expression: '[]' },
  },
  { title: 'In the command palette', extensionPoint: PluginExtensionPoints.CommandPalette, context: {} },
] as const;

/** The links that the app adds to Grafana's own pages. Those of panels and of Explore are there. */
export function LinksPage() {
  return (
    <Stack direction="column" gap={2}>
      {PLACES.map(({ title, extensionPoint, context }) => (
        <Section key={title} title={title}>
          <Stack direction="column" gap={1}>
            <Text element="h2" variant="h5">
              {title}
            </Text>
            <LinkButtons extensionPoint={extensionPoint} context={context} />
          </Stack>
        </Section>
      ))}
    </Stack>
  );
}
