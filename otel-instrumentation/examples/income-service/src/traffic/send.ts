import { Agent, request } from 'undici';
import type { IncomePrediction, Person } from '../model/income-model.ts';
import { PREDICTION_ID, type IncomeOutcome } from '../model/income-outcome.ts';

/** Posts people to the replicas of the service in turn, over connections that stay open. */
export class Sender {
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
   * @param id - names the prediction, if its outcome will be known
   * @returns the service's answer
   * @throws {Error} when the service cannot be reached or does not answer with 200
   */
  async send(person: Person, target = this.nextTarget(), id?: string): Promise<IncomePrediction> {
    const answer = await this.#post(`${target}/predict`, person, id === undefined ? {} : { [PREDICTION_ID]: id });
    return JSON.parse(answer) as IncomePrediction;
  }

  /**
   * Sends outcomes to the replica that made their predictions.
   *
   * @throws {Error} when the service cannot be reached or refuses them
   */
  async sendOutcomes(target: string, outcomes: readonly IncomeOutcome[]): Promise<void> {
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
