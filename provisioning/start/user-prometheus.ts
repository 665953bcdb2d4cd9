/** The environment variable that names the user's own Prometheus. */
export const VARIABLE = 'PROMETHEUS_URL';

/**
 * The Prometheus that `PROMETHEUS_URL` names, after one query that shows that it answers as Prometheus does.
 *
 * @returns its address without a slash at the end; undefined when the variable is not set
 * @throws {Error} that says what to do, when nothing or something else answers there
 */
export async function userPrometheus(value: string | undefined): Promise<string | undefined> {
  if (value === undefined || value === '') return undefined;
  const url = value.replace(/\/+$/, '');
  const action = `set ${VARIABLE} to the base of a Prometheus HTTP API such as http://127.0.0.1:9090, or unset it.`;
  if (!/^https?:/.test(url) || !URL.canParse(url))
    throw new Error(`${VARIABLE} is ${JSON.stringify(value)}, which is not an address: ${action}`);
  const response = await fetch(`${url}/api/v1/query?query=vector(1)`, { signal: AbortSignal.timeout(5000) }).catch(
    () => undefined,
  );
  if (response === undefined) throw new Error(`${VARIABLE} is ${url}, and nothing answers there: ${action}`);
  const answer = (await response.json().catch(() => undefined)) as { status?: unknown } | undefined;
  if (answer?.status !== 'success') throw new Error(`${VARIABLE} is ${url}, which is not a Prometheus: ${action}`);
  return url;
}
