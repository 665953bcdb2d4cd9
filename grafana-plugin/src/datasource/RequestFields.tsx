import { t } from '@grafana/i18n';
import { InlineField, RadioButtonGroup } from '@grafana/ui';
import { DEFAULT_SETTINGS, type Settings } from '@driftline/shared';
import { SETTING_LABEL_WIDTH, type SettingsProps } from './setting-fields.ts';

type Method = NonNullable<Settings['httpMethod']>;

const METHODS: { label: string; value: Method }[] = [
  { label: 'POST', value: 'POST' },
  { label: 'GET', value: 'GET' },
];

/** How the store is asked. */
export function RequestFields({ settings, readOnly, change }: SettingsProps) {
  return (
    <InlineField
      label={t('datasource.request-fields.label-http-method', 'HTTP method')}
      labelWidth={SETTING_LABEL_WIDTH}
      tooltip={t(
        'datasource.request-fields.tooltip-http-method',
        'POST takes queries of any length. Choose GET for a store or proxy that refuses POST.',
      )}
      disabled={readOnly}
    >
      <RadioButtonGroup
        options={METHODS}
        value={settings.httpMethod ?? DEFAULT_SETTINGS.httpMethod}
        onChange={(httpMethod) => change({ httpMethod })}
      />
    </InlineField>
  );
}
