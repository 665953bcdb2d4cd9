import { t } from '@grafana/i18n';
import { DEFAULT_SETTINGS } from '@driftline/shared';
import { NumberField, TextField } from './fields.tsx';
import { durationProblem, type SettingsProps } from './setting-fields.ts';

/** What a query gets that says nothing else. */
export function QueryDefaultFields({ settings, readOnly, change }: SettingsProps) {
  const { window, timeInterval, minimumObservations } = settings;
  return (
    <>
      <TextField
        label={t('datasource.query-default-fields.label-scrape-interval', 'Scrape interval')}
        tooltip={t(
          'datasource.query-default-fields.tooltip-scrape-interval',
          'How often the store scrapes or receives the metrics. $__rate_interval is at least four times as long.',
        )}
        placeholder={DEFAULT_SETTINGS.timeInterval}
        value={timeInterval}
        problem={durationProblem(timeInterval)}
        onChange={(next) => change({ timeInterval: next })}
        disabled={readOnly}
      />
      <TextField
        label={t('datasource.query-default-fields.label-default-window', 'Default window')}
        tooltip={t(
          'datasource.query-default-fields.tooltip-which-query-counts-observations',
          'The time over which a new query counts observations.',
        )}
        placeholder={DEFAULT_SETTINGS.window}
        value={window}
        problem={durationProblem(window)}
        onChange={(next) => change({ window: next })}
        disabled={readOnly}
      />
      <NumberField
        label={t('datasource.query-default-fields.label-min-observations', 'Min. observations')}
        tooltip={t(
          'datasource.query-default-fields.tooltip-min-observations',
          'Below this number of observations in the window a query has no value, unless it names a number of its own. Empty: the number that each measure needs, 200 for most.',
        )}
        placeholder={t('datasource.query-default-fields.placeholder-as-each-measure-needs', 'as each measure needs')}
        value={minimumObservations}
        problem={
          minimumObservations === undefined || minimumObservations >= 0
            ? undefined
            : t('datasource.query-default-fields.not-negative', 'Write a number that is not negative.')
        }
        onChange={(next) => change({ minimumObservations: next })}
        disabled={readOnly}
      />
    </>
  );
}
