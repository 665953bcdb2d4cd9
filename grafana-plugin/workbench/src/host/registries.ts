import {
  standardEditorsRegistry,
  standardFieldConfigEditorRegistry,
  standardTransformersRegistry,
  type StandardEditorsRegistryItem,
} from '@grafana/data';
import { standardFieldOptions } from './standard-field-options.ts';

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
    EDITORS.map((id): StandardEditorsRegistryItem => ({ id, name: id, editor: () => null })),
  );
  standardFieldConfigEditorRegistry.setInit(standardFieldOptions);
  standardTransformersRegistry.setInit(() => []);
}
