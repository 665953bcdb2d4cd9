import { t } from '@grafana/i18n';
/** What a failed request says: the sentence of the back end where there is one. */
export function errorSentence(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const { data, message } = error as { readonly data?: { readonly message?: unknown }; readonly message?: unknown };
  const sentence = data?.message ?? message;
  return typeof sentence === 'string'
    ? sentence
    : t('datasource.error-sentence.no-answer', 'Grafana did not answer: reload the page.');
}
