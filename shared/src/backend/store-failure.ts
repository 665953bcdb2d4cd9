/** Why the store gave no answer, as a host sees it. */
export type StoreFailure =
  /** No connection; `reason` is the network's own word, without address and credentials. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'canceled' }
  /** The store refuses: its status and, where its answer is that of Prometheus' API, its reason. */
  | { readonly kind: 'refused'; readonly status: number; readonly reason?: string }
  /** An answer that is not that of Prometheus' API. */
  | { readonly kind: 'foreign'; readonly status: number; readonly isHtml: boolean }
  | { readonly kind: 'redirected'; readonly status: number }
  | { readonly kind: 'too large'; readonly megabytes: number }
  | { readonly kind: 'too many series'; readonly series: number };

/** A failure as Grafana takes it: a sentence with cause and action, its status, and whose fault it is. */
export interface Failure {
  readonly message: string;
  /** Of HTTP. */
  readonly status: number;
  readonly source: 'plugin' | 'downstream';
}

/**
 * The sentence of a failure of the store.
 *
 * @param url - address of the store; what it holds of names and passwords is left out
 */
export function describeFailure(failure: StoreFailure, url: string): Failure {
  const at = withoutCredentials(url);
  const of = (status: number, message: string): Failure => ({ message, status, source: 'downstream' });
  switch (failure.kind) {
    case 'unreachable':
      return of(
        502,
        at === ''
          ? 'The data source has no URL: give the address of the store in its settings.'
          : `The store at ${at} cannot be reached (${failure.reason}): check that it runs, and the URL in the data source's settings.`,
      );
    case 'timeout':
      return of(
        504,
        `The store at ${at} did not answer in time: ask for a shorter window, fewer models or features, or raise the timeout in the data source's settings.`,
      );
    case 'canceled':
      return of(499, 'The query was canceled.');
    case 'refused':
      return refused(failure.status, failure.reason, at);
    case 'foreign':
      return of(
        502,
        `${at} answers with ${failure.isHtml ? 'an HTML page' : "something other than Prometheus' API"} (status ${failure.status}): give the URL of the store itself in the data source's settings, with the path prefix of its API, such as /prometheus of Mimir.`,
      );
    case 'redirected':
      return of(
        502,
        `The store at ${at} redirects to another host (status ${failure.status}), which is not followed: give that host as the URL in the data source's settings.`,
      );
    case 'too large':
      return of(
        502,
        `The store's answer is larger than ${failure.megabytes} MB: narrow the query to a model or feature, shorten the time range, or raise the limit in the data source's settings.`,
      );
    case 'too many series':
      return of(
        502,
        `The store's answer has more than ${failure.series} series: narrow the query to a model or feature, or raise the limit in the data source's settings.`,
      );
  }
}

function refused(status: number, reason: string | undefined, at: string): Failure {
  const why = reason === undefined || reason === '' ? '' : `: ${reason}`;
  const failure = (message: string): Failure => ({ message, status, source: 'downstream' });
  if (status === 401 || status === 403) {
    return failure(
      `The store at ${at} refuses access (status ${status})${why}. Check the authentication in the data source's settings.`,
    );
  }
  if (status === 404) {
    return failure(
      `The store at ${at} has no Prometheus API there (status 404): give the path prefix of its API in the URL of the data source's settings.`,
    );
  }
  if (status === 429 || status === 503) {
    return failure(`The store at ${at} is too busy or not ready (status ${status})${why}. Try again later.`);
  }
  if (status === 422 || status === 400) {
    return failure(
      `The store refuses the query (status ${status})${why}. Shorten the window, or narrow the query to a model or feature.`,
    );
  }
  return failure(`The store at ${at} fails (status ${status})${why}. Look at its log.`);
}

function withoutCredentials(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, '$1').replace(/[?#].*$/, '');
}

/** The failure of a query that cannot be asked, or of a program that is wrong. */
export function failureOf(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  const isOurs = error instanceof Error && error.name === 'QueryError';
  return {
    message: isOurs
      ? message
      : `Driftline failed to compute the query (${message}): please report this with the query.`,
    status: isOurs ? 400 : 500,
    source: 'plugin',
  };
}
