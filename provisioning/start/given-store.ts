/** Names the Prometheus that a person wants to be asked instead of one of our own. */
export const VARIABLE = 'PROMETHEUS_URL';

/**
 * The store that `PROMETHEUS_URL` names, asked once whether it answers as Prometheus does.
 *
 * @returns its address without a slash at the end; undefined when the variable is not set
 * @throws {Error} with the remedy, when nothing or something else answers there
 */
export async function givenStore(value: string | undefined): Promise<string | undefined> {
  if (value === undefined || value === '') return undefined;
  const url = value.replace(/\/+$/, '');
  const remedy = `set ${VARIABLE} to the base of a Prometheus HTTP API such as http://127.0.0.1:9090, or unset it.`;
  if (!/^https?:/.test(url) || !URL.canParse(url))
    throw new Error(`${VARIABLE} is ${JSON.stringify(value)}, which is no address: ${remedy}`);
  const response = await fetch(`${url}/api/v1/query?query=vector(1)`, { signal: AbortSignal.timeout(5000) }).catch(
    () => undefined,
  );
  if (response === undefined) throw new Error(`${VARIABLE} is ${url}, and nothing answers there: ${remedy}`);
  const answer = (await response.json().catch(() => undefined)) as { status?: unknown } | undefined;
  if (answer?.status !== 'success') throw new Error(`${VARIABLE} is ${url}, which is no Prometheus: ${remedy}`);
  return url;
}
