import type { Panel } from '@grafana/schema';
import { Button, Stack, Text } from '@grafana/ui';

interface Props {
  readonly buildPanel: () => Panel;
  readonly onClose: () => void;
}

/** Stands in for the form that Grafana exposes: it shows the panel that a dashboard would get. */
export function AddToDashboardForm({ buildPanel, onClose }: Props) {
  return (
    <Stack direction="column" gap={2} alignItems="flex-start">
      <Text color="secondary">Grafana’s form asks here for the dashboard, which gets this panel.</Text>
      <pre data-testid="added-panel">{JSON.stringify(buildPanel(), undefined, 2)}</pre>
      <Button variant="secondary" onClick={onClose}>
        Close
      </Button>
    </Stack>
  );
}
