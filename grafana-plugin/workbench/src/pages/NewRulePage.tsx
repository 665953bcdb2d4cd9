import { locationService } from '@grafana/runtime';
import { LinkButton, Stack, Text } from '@grafana/ui';
import { Section } from './Section.tsx';

/** Stands in for Grafana's editor of alert rules: it shows what the editor would be filled with. */
export function NewRulePage() {
  const { defaults = '{}', returnTo = '/' } = locationService.getSearchObject();
  return (
    <Section title="New alert rule">
      <Stack direction="column" gap={2} alignItems="flex-start">
        <Text element="h2">New alert rule</Text>
        <Text color="secondary">Grafana’s editor opens here, filled with these values.</Text>
        <pre data-testid="rule-values">{JSON.stringify(JSON.parse(String(defaults)), undefined, 2)}</pre>
        <LinkButton variant="secondary" href={String(returnTo)}>
          Back
        </LinkButton>
      </Stack>
    </Section>
  );
}
