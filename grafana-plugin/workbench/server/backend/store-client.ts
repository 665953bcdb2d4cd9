import type { CompleteSettings, Form, StoreFailure } from '@driftline/shared';

/** Where and how a store is asked. */
export interface StoreAddress {
  /** Base of its Prometheus HTTP API, with a path prefix if it has one. */
  readonly url: string;
  /** Seconds after which an answer is not waited for any more; 30 unless given. */
  readonly timeoutSeconds?: number | undefined;
  readonly settings: Pick<CompleteSettings, 'httpMethod' | 'maxResponseMegabytes'>;
}

/** Thrown where the store gives no answer of Prometheus' API. */
export class StoreFailed extends Error {
  override readonly name = 'StoreFailed';
  readonly failure: StoreFailure;

  constructor(failure: StoreFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}

/** What Grafana's data sources wait unless their settings say otherwise. */
const TIMEOUT_SECONDS = 30;
/** Redirects within the store's own host before it counts as a circle. */
const MOST_REDIRECTS = 5;

/**
 * Sends a form to a path of the store.
 *
 * @param canceled - aborts when nobody waits for the answer any more
 * @returns the parsed JSON of its answer
 * @throws {StoreFailed} where there is none
 */
export async function sendForm(
  { url, timeoutSeconds = TIMEOUT_SECONDS, settings }: StoreAddress,
  path: string,
  form: Form,
  canceled: AbortSignal,
): Promise<unknown> {
  const timeout = AbortSignal.timeout(timeoutSeconds * 1000);
  try {
    const body = new URLSearchParams();
    for (const [name, values] of Object.entries(form)) for (const value of [values].flat()) body.append(name, value);
    const address = new URL(url.replace(/\/*$/, '') + path);
    // Stores take a form for queries alone.
    const isForm = settings.httpMethod === 'POST' && !path.endsWith('/values');
    if (!isForm) address.search = body.toString();
    const response = await fetchWithin(address, {
      signal: AbortSignal.any([canceled, timeout]),
      ...(isForm ? { method: 'POST', body } : {}),
    });
    return readJson(response, await readText(response, settings.maxResponseMegabytes));
  } catch (error) {
    if (error instanceof StoreFailed) throw error;
    if (canceled.aborted) throw new StoreFailed({ kind: 'canceled' });
    if (timeout.aborted) throw new StoreFailed({ kind: 'timeout' });
    throw new StoreFailed({ kind: 'unreachable', reason: reasonOf(error) });
  }
}

/** Follows redirects within the host: another one must not get what is meant for the store. */
async function fetchWithin(address: URL, init: RequestInit, followed = 0): Promise<Response> {
  const response = await fetch(address, { ...init, redirect: 'manual' });
  const location = response.headers.get('location');
  if (response.status < 300 || response.status >= 400 || location === null) return response;
  await response.body?.cancel();
  const next = new URL(location, address);
  if (next.host !== address.host || followed === MOST_REDIRECTS) {
    throw new StoreFailed({ kind: 'redirected', status: response.status });
  }
  return fetchWithin(next, init, followed + 1);
}

/** Reads no more than is allowed, whatever length the answer claims to have. */
async function readText(response: Response, megabytes: number): Promise<string> {
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let bytes = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    // Leaving the loop closes the connection.
    if (bytes > megabytes * 1e6) throw new StoreFailed({ kind: 'too large', megabytes });
    parts.push(decoder.decode(chunk, { stream: true }));
  }
  return parts.join('') + decoder.decode();
}

function readJson({ status, headers, ok }: Response, text: string): unknown {
  const answer = parsed(text);
  if (!ok) throw new StoreFailed({ kind: 'refused', status, ...reasonGiven(answer) });
  if (answer !== undefined) return answer;
  const isHtml = headers.get('content-type')?.includes('text/html') === true || /^\s*<(!doctype|html)/i.test(text);
  throw new StoreFailed({ kind: 'foreign', status, isHtml });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reasonGiven(answer: unknown): { readonly reason?: string } {
  const isError = typeof answer === 'object' && answer !== null && 'error' in answer;
  return isError && typeof answer.error === 'string' ? { reason: answer.error } : {};
}

/** What Node tells of an error of the network; its messages hold addresses. */
interface NetworkError {
  readonly cause?: NetworkError;
  /** One for each address that a name stands for. */
  readonly errors?: readonly NetworkError[];
  readonly code?: string;
}

/** The words of the back end in Go. */
const REASONS: readonly (readonly [codes: RegExp, reason: string])[] = [
  [/^ECONNREFUSED$/, 'connection refused'],
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'host not found'],
  [/CERT|SIGNATURE|ISSUER/, 'its certificate is not trusted'],
  [/SSL|TLS/, 'it does not speak TLS'],
];

function reasonOf(error: unknown): string {
  const { cause = error as NetworkError } = error as NetworkError;
  const { code = '' } = cause.errors?.[0] ?? cause;
  return REASONS.find(([codes]) => codes.test(code))?.[1] ?? 'connection closed';
}
