import { t } from '@grafana/i18n';
import { isDuration } from '@driftline/shared';
import type { DriftlineSettings } from './types.ts';

/** What a group of fields of the configuration gets. */
export interface SettingsProps {
  readonly settings: DriftlineSettings;
  /** Whether a provisioning file holds them. */
  readonly readOnly: boolean | undefined;
  readonly change: (part: Partial<DriftlineSettings>) => void;
}

/** Width of the labels of `@grafana/plugin-ui`, in units of eight pixels. */
export const SETTING_LABEL_WIDTH = 24;

/** What is wrong with a duration that is typed. */
export function durationProblem(text: string | undefined): string | undefined {
  return text === undefined || text === '' || isDuration(text)
    ? undefined
    : t('datasource.setting-fields.duration', 'Write a duration such as 15s or 5m.');
}

/** What is wrong with a limit that is typed. */
export function limitProblem(limit: number | undefined): string | undefined {
  return limit === undefined || limit > 0
    ? undefined
    : t('datasource.setting-fields.above-0', 'Write a number above 0.');
}
