import {
  applyFieldOverrides,
  createTheme,
  getPanelOptionsWithDefaults,
  type Field,
  type FieldConfigSource,
  type PanelPlugin,
} from '@grafana/data';

const theme = createTheme();

/**
 * The field that a panel is given, by the functions of `@grafana/data` that Grafana and scenes call: the defaults of the
 * plugin under what the dashboard saved, then both under what the field says of itself.
 */
export function givenField(plugin: PanelPlugin, saved: FieldConfigSource['defaults'], field: Field): Field {
  const { fieldConfig } = getPanelOptionsWithDefaults({
    plugin,
    currentOptions: {},
    currentFieldConfig: { defaults: saved, overrides: [] },
    isAfterPluginChange: false,
  });
  const [frame] = applyFieldOverrides({
    data: [{ length: field.values.length, fields: [field] }],
    fieldConfig,
    fieldConfigRegistry: plugin.fieldConfigRegistry,
    replaceVariables: (text) => text,
    theme,
  });
  const [given] = frame?.fields ?? [];
  if (given === undefined) throw new Error('The field got lost.');
  return given;
}
