import { useEffect, useState } from 'react';
import type { AppPlugin, DataSourceSettings, TestDataSourceResponse } from '@grafana/data';
import { Alert, Button, Stack } from '@grafana/ui';
import { driftlinePlugin, driftlineWith, driftlineSettings, type DriftlinePlugin } from '../host/data-sources.ts';
import { loadPlugin } from '../host/load-plugin.ts';
import { Section } from './Section.tsx';

/** What a person meets after the installation: the app's page of first steps, and the data source's settings. */
export function SettingsPage() {
  const [app, setApp] = useState<AppPlugin>();
  const [plugin, setPlugin] = useState<DriftlinePlugin>();
  useEffect(() => {
    void loadPlugin<AppPlugin>('').then(setApp);
    void driftlinePlugin().then(setPlugin);
  }, []);
  const SetUp = app?.configPages?.[0]?.body;
  return (
    <Stack direction="column" gap={2}>
      <Section title="App">{app !== undefined && SetUp !== undefined && <SetUp plugin={app} query={{}} />}</Section>
      <Section title="Data source">{plugin !== undefined && <Settings plugin={plugin} />}</Section>
    </Stack>
  );
}

/** The settings' own editor with Grafana's button below it. Nothing is saved: the test asks with what is on the page. */
function Settings({ plugin }: { plugin: DriftlinePlugin }) {
  const [settings, setSettings] = useState<DataSourceSettings>(driftlineSettings);
  const [result, setResult] = useState<TestDataSourceResponse>();
  const Editor = plugin.components.ConfigEditor;
  const test = async (): Promise<void> => setResult(await driftlineWith(plugin, settings.jsonData).testDatasource());
  return (
    <Stack direction="column" gap={2} alignItems="flex-start">
      {Editor !== undefined && <Editor options={settings} onOptionsChange={setSettings} />}
      <Button onClick={() => void test()}>Test</Button>
      {result !== undefined && (
        <Alert severity={result.status === 'success' ? 'success' : 'error'} title={result.message} />
      )}
    </Stack>
  );
}
