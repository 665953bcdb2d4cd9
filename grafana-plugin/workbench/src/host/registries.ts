import {
  FieldType,
  identityOverrideProcessor,
  standardEditorsRegistry,
  standardFieldConfigEditorRegistry,
  standardTransformersRegistry,
  type FieldConfigPropertyItem,
  type StandardEditorsRegistryItem,
} from '@grafana/data';

const nothing = () => null;

/** Field options that every panel takes; without them unit, min, max and thresholds of a dashboard are ignored. */
const FIELD_OPTIONS = [
  'displayName',
  'unit',
  'min',
  'max',
  'decimals',
  'color',
  'thresholds',
  'mappings',
  'noValue',
  'links',
];

/** Kinds of editors that option builders name. The workbench edits nothing, so that each is empty. */
const EDITORS = [
  'text',
  'number',
  'boolean',
  'radio',
  'select',
  'unit',
  'color',
  'thresholds',
  'mappings',
  'links',
  'fieldColor',
  'stats-picker',
  'multi-select',
  'slider',
  'strings',
  'timezone',
  'field-name',
  'dashboard-uid',
  'actions',
];

export function fillRegistries(): void {
  standardEditorsRegistry.setInit(() =>
    EDITORS.map((id): StandardEditorsRegistryItem => ({ id, name: id, editor: nothing })),
  );
  standardFieldConfigEditorRegistry.setInit(() =>
    FIELD_OPTIONS.map((path): FieldConfigPropertyItem => ({
      id: path,
      path,
      name: path,
      description: '',
      isCustom: false,
      editor: nothing,
      override: nothing,
      process: identityOverrideProcessor,
      shouldApply: (field) => path !== 'thresholds' || field.type === FieldType.number,
      settings: {},
    })),
  );
  standardTransformersRegistry.setInit(() => []);
}
