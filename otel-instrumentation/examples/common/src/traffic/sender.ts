import { Agent, request } from 'undici';
import { MODEL_VERSION, PREDICTION_ID, type KnownOutcome } from '../service/outcome.ts';
import { DELAY_MS, FAILS } from '../service/trouble.ts';

export interface SendOptions {
  /** Which replica; the next one unless given. */
  readonly target?: string;
  /** Names the prediction, if its outcome will be known. */
  readonly id?: string | undefined;
  /** Version of the model that answers; the service's own choice unless given. */
  readonly version?: string | undefined;
  /** What the service shall suffer from. */
  readonly trouble?: { readonly delayMs?: number | undefined; readonly fails: boolean } | undefined;
}

/** Posts rows to the replicas of a service in turn, over connections that stay open. */
export class Sender<Answer = unknown> {
  readonly #targets: readonly string[];
  readonly #agent = new Agent({ connections: 8 });
  #next = 0;

  constructor(targets: readonly string[]) {
    this.#targets = targets;
  }

  /** The replica that is next. */
  nextTarget(): string {
    return this.#targets[this.#next++ % this.#targets.length] as string;
  }

  /**
   * @returns the service's answer
   * @throws {Error} when the service cannot be reached or does not answer with 200
   */
  async send(row: object, { target = this.nextTarget(), id, version, trouble }: SendOptions = {}): Promise<Answer> {
    const answer = await this.#post(`${target}/predict`, row, {
      ...(id === undefined ? {} : { [PREDICTION_ID]: id }),
      ...(version === undefined ? {} : { [MODEL_VERSION]: version }),
      ...(trouble?.delayMs === undefined ? {} : { [DELAY_MS]: String(trouble.delayMs) }),
      ...(trouble?.fails === true ? { [FAILS]: 'true' } : {}),
    });
    return JSON.parse(answer) as Answer;
  }

  /**
   * Sends outcomes to the replica that made their predictions.
   *
   * @throws {Error} when the service cannot be reached or refuses them
   */
  async sendOutcomes(target: string, outcomes: readonly KnownOutcome[]): Promise<void> {
    await this.#post(`${target}/outcomes`, outcomes, {});
  }

  async #post(url: string, body: unknown, headers: Readonly<Record<string, string>>): Promise<string> {
    const response = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      dispatcher: this.#agent,
    });
    const answer = await response.body.text();
    if (response.statusCode >= 300) throw new Error(`${url} answered ${response.statusCode}: ${answer.slice(0, 200)}`);
    return answer;
  }

  close(): Promise<void> {
    return this.#agent.close();
  }
}
