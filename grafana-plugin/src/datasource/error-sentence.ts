/** What a failed request says: the sentence of the back end where there is one. */
export function errorSentence(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const { data, message } = error as { readonly data?: { readonly message?: unknown }; readonly message?: unknown };
  const sentence = data?.message ?? message;
  return typeof sentence === 'string' ? sentence : 'Grafana did not answer: reload the page.';
}
