import {
  booleanOverrideProcessor,
  dataLinksOverrideProcessor,
  displayNameOverrideProcessor,
  FieldConfigProperty,
  FieldType,
  identityOverrideProcessor,
  numberOverrideProcessor,
  stringOverrideProcessor,
  ThresholdsMode,
  thresholdsOverrideProcessor,
  unitOverrideProcessor,
  valueMappingsOverrideProcessor,
  type FieldConfigPropertyItem,
  type ThresholdsConfig,
} from '@grafana/data';

/** Thresholds of a panel that sets none. A field that has thresholds but no color mode is colored by them. */
const THRESHOLDS: ThresholdsConfig = {
  mode: ThresholdsMode.Absolute,
  steps: [
    { value: -Infinity, color: 'green' },
    { value: 80, color: 'red' },
  ],
};

type Kind = Pick<FieldConfigPropertyItem, 'process' | 'shouldApply'> & { readonly defaultValue?: unknown };

const always = (): boolean => true;
const numbers: FieldConfigPropertyItem['shouldApply'] = ({ type }) => type === FieldType.number;

/** What each option does to a field and what it is when nobody sets it, as in Grafana. Only two have a default. */
const KINDS: Readonly<Record<FieldConfigProperty, Kind>> = {
  [FieldConfigProperty.Unit]: { process: unitOverrideProcessor, shouldApply: always },
  [FieldConfigProperty.Min]: { process: numberOverrideProcessor, shouldApply: numbers },
  [FieldConfigProperty.Max]: { process: numberOverrideProcessor, shouldApply: numbers },
  [FieldConfigProperty.FieldMinMax]: { process: booleanOverrideProcessor, shouldApply: numbers },
  [FieldConfigProperty.Decimals]: { process: numberOverrideProcessor, shouldApply: numbers },
  [FieldConfigProperty.DisplayName]: { process: displayNameOverrideProcessor, shouldApply: always },
  [FieldConfigProperty.NoValue]: { process: stringOverrideProcessor, shouldApply: always },
  [FieldConfigProperty.Color]: { process: identityOverrideProcessor, shouldApply: always },
  [FieldConfigProperty.Thresholds]: {
    process: thresholdsOverrideProcessor,
    shouldApply: numbers,
    defaultValue: THRESHOLDS,
  },
  [FieldConfigProperty.Mappings]: { process: valueMappingsOverrideProcessor, shouldApply: always, defaultValue: [] },
  [FieldConfigProperty.Links]: { process: dataLinksOverrideProcessor, shouldApply: always },
  [FieldConfigProperty.Actions]: { process: dataLinksOverrideProcessor, shouldApply: always },
  [FieldConfigProperty.Filterable]: { process: booleanOverrideProcessor, shouldApply: always },
};

const nothing = () => null;

/** The field options that Grafana gives every panel. Their editors are empty, because the workbench edits nothing. */
export function standardFieldOptions(): FieldConfigPropertyItem[] {
  return Object.entries(KINDS).map(([id, { process, shouldApply, defaultValue }]): FieldConfigPropertyItem => ({
    id,
    path: id,
    name: id,
    description: '',
    isCustom: false,
    editor: nothing,
    override: nothing,
    process,
    shouldApply,
    settings: {},
    defaultValue,
  }));
}
