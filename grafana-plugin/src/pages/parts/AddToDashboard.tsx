import { Trans, t } from '@grafana/i18n';
import { useState, type ComponentType } from 'react';
import type { FieldConfig, TimeRange } from '@grafana/data';
import { usePluginComponent } from '@grafana/runtime';
import type { Panel } from '@grafana/schema';
import { Alert, Button, Dropdown, Menu, Modal } from '@grafana/ui';
import type { DriftlineQuery } from '../../datasource/types.ts';

/** A panel that a dashboard may get. */
export interface OfferedPanel {
  readonly title: string;
  readonly pluginId: string;
  readonly options?: Readonly<Record<string, unknown>>;
  /** What holds for all of its fields. */
  readonly defaults?: FieldConfig;
  /** Free of the page's variables, each with its data source. */
  readonly queries: readonly DriftlineQuery[];
}

interface Props {
  readonly panels: readonly OfferedPanel[];
  readonly timeRange?: TimeRange | undefined;
}

/** The form that Grafana exposes, which chooses or makes the dashboard. */
const FORM = 'grafana/add-to-dashboard-form/v1';

interface FormProps {
  readonly buildPanel: () => Panel;
  readonly onClose: () => void;
  readonly timeRange?: TimeRange | undefined;
  readonly options?: { readonly useAbsolutePath: boolean };
}

/** Adds a panel of the page to a dashboard, by Grafana's own form. */
export function AddToDashboard({ panels, timeRange }: Props) {
  const [chosen, setChosen] = useState<OfferedPanel>();
  const [first] = panels;
  const button = { variant: 'secondary', size: 'sm', icon: 'apps', disabled: first === undefined } as const;
  return (
    <>
      {panels.length > 1 ? (
        <Dropdown
          overlay={() => (
            <Menu>
              {panels.map((panel) => (
                <Menu.Item key={panel.title} label={panel.title} onClick={() => setChosen(panel)} />
              ))}
            </Menu>
          )}
        >
          <Button {...button}>
            <Trans i18nKey="pages.add-to-dashboard.add-to-dashboard">Add to dashboard</Trans>
          </Button>
        </Dropdown>
      ) : (
        <Button {...button} onClick={() => setChosen(first)}>
          <Trans i18nKey="pages.add-to-dashboard.add-to-dashboard">Add to dashboard</Trans>
        </Button>
      )}
      {chosen !== undefined && (
        <Modal
          title={t('pages.add-to-dashboard.title', 'Add “{{- panel}}” to a dashboard', { panel: chosen.title })}
          isOpen
          onDismiss={() => setChosen(undefined)}
        >
          <GrafanasForm panel={chosen} timeRange={timeRange} onClose={() => setChosen(undefined)} />
        </Modal>
      )}
    </>
  );
}

function GrafanasForm({
  panel,
  timeRange,
  onClose,
}: {
  readonly panel: OfferedPanel;
  readonly timeRange: TimeRange | undefined;
  readonly onClose: () => void;
}) {
  const { component, isLoading } = usePluginComponent<FormProps>(FORM);
  // Grafana types it as what may be none.
  const Form = component as ComponentType<FormProps> | null | undefined;
  if (isLoading) return null;
  if (Form === null || Form === undefined) {
    return (
      <Alert severity="info" title={t('pages.grafanas-form.title-grafana', 'This Grafana has no form for it')}>
        <Trans i18nKey="pages.add-to-dashboard.no-form">
          Apps cannot add panels to dashboards in this version of Grafana: update Grafana, or add a panel on the
          dashboard itself and choose Driftline as its data source.
        </Trans>
      </Alert>
    );
  }
  return (
    <Form
      buildPanel={() => panelOf(panel)}
      timeRange={timeRange}
      options={{ useAbsolutePath: true }}
      onClose={onClose}
    />
  );
}

/** The panel as a dashboard saves it. */
function panelOf({ title, pluginId, options = {}, defaults = {}, queries }: OfferedPanel): Panel {
  const [datasource] = queries.map((query) => query.datasource);
  return {
    type: pluginId,
    title,
    ...(datasource === undefined || datasource === null ? {} : { datasource }),
    targets: queries.map((query, index) => ({ ...query, refId: String.fromCharCode(65 + index) })),
    options: { ...options },
    fieldConfig: { defaults: { ...defaults } as NonNullable<Panel['fieldConfig']>['defaults'], overrides: [] },
    gridPos: { x: 0, y: 0, w: 12, h: 9 },
  };
}
