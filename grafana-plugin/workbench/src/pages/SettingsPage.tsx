import { useEffect, useState } from 'react';
import type { AppPlugin, DataSourceSettings, TestDataSourceResponse } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { Alert, Button, Stack, Text, type AlertVariant } from '@grafana/ui';
import { driftlinePlugin, driftlineSettings, type DriftlinePlugin } from '../host/data-sources.ts';
import { loadPlugin } from '../host/load-plugin.ts';
import { Section } from './Section.tsx';

/** What a person meets after the installation: the app's page of first steps, and the data source's settings. */
export function SettingsPage() {
  const [app, setApp] = useState<AppPlugin>();
  const [plugin, setPlugin] = useState<DriftlinePlugin>();
  const [settings, setSettings] = useState<DataSourceSettings>();
  useEffect(() => {
    void loadPlugin<AppPlugin>('').then(setApp);
    void driftlinePlugin().then(setPlugin);
    void driftlineSettings().then(setSettings);
  }, []);
  const SetUp = app?.configPages?.[0]?.body;
  const Editor = plugin?.components.ConfigEditor;
  return (
    <Stack direction="column" gap={2}>
      <Section title="App">{app !== undefined && SetUp !== undefined && <SetUp plugin={app} query={{}} />}</Section>
      <Section title="Data source">
        {Editor !== undefined && settings !== undefined && (
          <Stack direction="column" gap={2} alignItems="flex-start">
            <Editor options={settings} onOptionsChange={setSettings} />
            <HealthTest uid={settings.uid} />
          </Stack>
        )}
      </Section>
    </Stack>
  );
}

const SEVERITIES: Readonly<Record<string, AlertVariant>> = { success: 'success', warning: 'warning' };

/** Grafana's button below the settings of a data source. Grafana saves them first; the workbench keeps those it has. */
function HealthTest({ uid }: { uid: string }) {
  const [result, setResult] = useState<TestDataSourceResponse>();
  const test = async (): Promise<void> => {
    const driftline = await getDataSourceSrv().get({ uid });
    setResult(await driftline.testDatasource());
  };
  return (
    <>
      <Stack alignItems="center" gap={1}>
        <Button onClick={() => void test()}>Test</Button>
        <Text color="secondary">
          Grafana saves the settings before it tests them. The workbench saves nothing: it tests the store that it was
          started with.
        </Text>
      </Stack>
      {result !== undefined && <Alert severity={SEVERITIES[result.status] ?? 'error'} title={result.message} />}
    </>
  );
}
