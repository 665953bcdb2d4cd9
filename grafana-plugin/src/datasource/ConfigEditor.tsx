import { t, Trans } from '@grafana/i18n';
import { css } from '@emotion/css';
import type { DataSourcePluginOptionsEditorProps, DataSourceSettings } from '@grafana/data';
import {
  AdvancedHttpSettings,
  Auth,
  ConfigSection,
  ConfigSubSection,
  ConnectionSettings,
  convertLegacyAuthProps,
} from '@grafana/plugin-ui';
import { Alert, Divider, Stack } from '@grafana/ui';
import { LabelFilterFields } from './LabelFilterFields.tsx';
import { LimitFields } from './LimitFields.tsx';
import { QueryDefaultFields } from './QueryDefaultFields.tsx';
import { RequestFields } from './RequestFields.tsx';
import type { DriftlineSettings } from './types.ts';

/** That of the sections of `@grafana/plugin-ui`. */
const WIDTH = css({ maxWidth: 578 });

type Props = DataSourcePluginOptionsEditorProps<DriftlineSettings>;

/** Settings of the data source: the store, how to authenticate there, and what holds for all queries. */
export function ConfigEditor({ options, onOptionsChange }: Props) {
  const { jsonData, readOnly } = options;
  const change = (part: Partial<DriftlineSettings>): void =>
    onOptionsChange({ ...options, jsonData: { ...jsonData, ...part } });
  const own = { settings: jsonData, readOnly, change };
  return (
    <div className={WIDTH}>
      <ConnectionSettings
        config={options}
        onChange={onOptionsChange}
        description={t(
          'datasource.config-editor.description-connection',
          'The store that holds the metrics of your models: Prometheus, or one that speaks its API, such as Mimir, Thanos or VictoriaMetrics.',
        )}
        urlLabel={t('datasource.config-editor.url-label', 'Prometheus URL')}
        urlPlaceholder="http://prometheus:9090"
        urlTooltip={t(
          'datasource.config-editor.url-tooltip',
          "Address that Grafana's server reaches, with the path prefix of the API if there is one, such as https://mimir:8080/prometheus.",
        )}
      />
      <Divider />
      <Auth {...convertLegacyAuthProps({ config: options, onChange: onOptionsChange })} />
      {jsonData.oauthPassThru === true && (
        <Alert
          severity="info"
          topSpacing={2}
          title={t('datasource.config-editor.title-alert-rules-forward', 'Alert rules have no user to forward')}
        >
          <Trans i18nKey="datasource.config-editor.alert-rules-forward">
            Grafana evaluates alert rules without a user who is signed in. If the store needs the identity of a user,
            alert rules on this data source fail. Use another authentication method for alerting.
          </Trans>
        </Alert>
      )}
      <Divider />
      <ConfigSection
        title={t('datasource.config-editor.title-queries', 'Queries')}
        description={t(
          'datasource.config-editor.description-queries',
          'What holds for every query of this data source, in panels, in Explore and in alert rules.',
        )}
      >
        <Stack direction="column" gap={3}>
          <ConfigSubSection
            title={t('datasource.config-editor.title-defaults', 'Defaults')}
            description={t(
              'datasource.config-editor.description-query-nothing',
              'What a query gets that says nothing else.',
            )}
          >
            <QueryDefaultFields {...own} />
          </ConfigSubSection>
          <ConfigSubSection
            title={t('datasource.config-editor.title-label-filters', 'Label filters')}
            description={t(
              'datasource.config-editor.description-label-filters',
              'Enforced on every query of this data source: series that do not match are not seen, whatever a query asks for.',
            )}
          >
            <LabelFilterFields
              filters={jsonData.labelFilters}
              readOnly={readOnly}
              onChange={(labelFilters) => change({ labelFilters })}
            />
          </ConfigSubSection>
        </Stack>
      </ConfigSection>
      <Divider />
      <ConfigSection
        title={t('datasource.config-editor.title-advanced-settings', 'Advanced settings')}
        description={t(
          'datasource.config-editor.description-advanced',
          'Requests to the store, and what an answer may be at most.',
        )}
        isCollapsible
        isInitiallyOpen={false}
      >
        <Stack direction="column" gap={3}>
          <ConfigSubSection title={t('datasource.config-editor.title-requests-and-limits', 'Requests and limits')}>
            <RequestFields {...own} />
            <LimitFields {...own} />
          </ConfigSubSection>
          {/* These fields know only what every data source has, and leave the rest as it is. */}
          <AdvancedHttpSettings
            config={options as DataSourceSettings}
            onChange={(config) => onOptionsChange(config as typeof options)}
          />
        </Stack>
      </ConfigSection>
    </div>
  );
}
