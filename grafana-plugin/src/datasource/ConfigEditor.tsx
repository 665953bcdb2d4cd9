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
        description="The store that holds the metrics of your models: Prometheus, or one that speaks its API, such as Mimir, Thanos or VictoriaMetrics."
        urlLabel="Prometheus URL"
        urlPlaceholder="http://prometheus:9090"
        urlTooltip="Address that Grafana's server reaches, with the path prefix of the API if there is one, such as https://mimir:8080/prometheus."
      />
      <Divider />
      <Auth {...convertLegacyAuthProps({ config: options, onChange: onOptionsChange })} />
      {jsonData.oauthPassThru === true && (
        <Alert severity="info" topSpacing={2} title="Alert rules have no user to forward">
          Grafana evaluates alert rules without a user who is signed in. If the store needs the identity of a user,
          alert rules on this data source fail. Use another authentication method for alerting.
        </Alert>
      )}
      <Divider />
      <ConfigSection
        title="Queries"
        description="What holds for every query of this data source, in panels, in Explore and in alert rules."
      >
        <Stack direction="column" gap={3}>
          <ConfigSubSection title="Defaults" description="What a query gets that says nothing else.">
            <QueryDefaultFields {...own} />
          </ConfigSubSection>
          <ConfigSubSection
            title="Label filters"
            description="Enforced on every query of this data source: series that do not match are not seen, whatever a query asks for."
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
        title="Advanced settings"
        description="Requests to the store, and what an answer may be at most."
        isCollapsible
        isInitiallyOpen={false}
      >
        <Stack direction="column" gap={3}>
          <ConfigSubSection title="Requests and limits">
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
