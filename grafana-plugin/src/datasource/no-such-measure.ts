import { t } from '@grafana/i18n';

/** What is said of a query that names a measure which this release does not have. */
export function noSuchMeasure(measure: string): string {
  return t('datasource.no-such-measure', 'There is no measure {{- measure}} in this release: choose another one.', {
    measure: JSON.stringify(measure),
  });
}
