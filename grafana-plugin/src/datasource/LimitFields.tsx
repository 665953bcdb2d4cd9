import { t } from '@grafana/i18n';
import { DEFAULT_SETTINGS } from '@driftline/shared';
import { NumberField } from './fields.tsx';
import { limitProblem, type SettingsProps } from './setting-fields.ts';

/** What one answer of the store may be at most, so that a query that is too wide does not take Grafana's memory. */
export function LimitFields({ settings, readOnly, change }: SettingsProps) {
  const { maxSeries, maxResponseMegabytes } = settings;
  return (
    <>
      <NumberField
        label={t('datasource.limit-fields.label-max-series', 'Max. series')}
        tooltip={t(
          'datasource.limit-fields.tooltip-max-series',
          'An answer of the store with more series is refused, with a sentence that says how to narrow the query.',
        )}
        placeholder={DEFAULT_SETTINGS.maxSeries}
        value={maxSeries}
        problem={limitProblem(maxSeries)}
        onChange={(next) => change({ maxSeries: next })}
        disabled={readOnly}
      />
      <NumberField
        label={t('datasource.limit-fields.label-max-response-size-mb', 'Max. response size (MB)')}
        tooltip={t(
          'datasource.limit-fields.tooltip-larger-answer-store-refused',
          'A larger answer of the store is refused.',
        )}
        placeholder={DEFAULT_SETTINGS.maxResponseMegabytes}
        value={maxResponseMegabytes}
        problem={limitProblem(maxResponseMegabytes)}
        onChange={(next) => change({ maxResponseMegabytes: next })}
        disabled={readOnly}
      />
    </>
  );
}
