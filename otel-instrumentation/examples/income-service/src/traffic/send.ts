import { Agent, request } from 'undici';
import type { IncomePrediction, Person } from '../model/income-model.ts';

/** Posts people to the replicas of the service in turn, over connections that stay open. */
export class Sender {
  readonly #targets: readonly string[];
  readonly #agent = new Agent({ connections: 8 });
  #next = 0;

  constructor(targets: readonly string[]) {
    this.#targets = targets;
  }

  /**
   * @returns the service's answer
   * @throws {Error} when the service cannot be reached or does not answer with 200
   */
  async send(person: Person): Promise<IncomePrediction> {
    const target = this.#targets[this.#next++ % this.#targets.length] as string;
    const { statusCode, body } = await request(`${target}/predict`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(person),
      dispatcher: this.#agent,
    });
    const answer = await body.text();
    if (statusCode !== 200) throw new Error(`${target} answered ${statusCode}: ${answer.slice(0, 200)}`);
    return JSON.parse(answer) as IncomePrediction;
  }

  close(): Promise<void> {
    return this.#agent.close();
  }
}
