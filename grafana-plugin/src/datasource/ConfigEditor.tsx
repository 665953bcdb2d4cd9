import type { DataSourcePluginOptionsEditorProps } from '@grafana/data';
import { DataSourcePicker } from '@grafana/runtime';
import { Field } from '@grafana/ui';
import type { DriftlineSettings } from './types.ts';

/** Settings of the data source: which Prometheus it asks. */
export function ConfigEditor({ options, onOptionsChange }: DataSourcePluginOptionsEditorProps<DriftlineSettings>) {
  return (
    <Field
      label="Prometheus data source"
      description="Holds the metrics that @driftline/otel records. Driftline sends its queries through it. Mimir, Thanos and VictoriaMetrics work too, set up as a Prometheus data source."
    >
      <DataSourcePicker
        inputId="driftline-prometheus"
        type="prometheus"
        noDefault
        current={options.jsonData.prometheusUid}
        placeholder="Choose a Prometheus data source"
        onChange={({ uid }) => onOptionsChange({ ...options, jsonData: { ...options.jsonData, prometheusUid: uid } })}
      />
    </Field>
  );
}
