import { warn } from '../values/log.ts';

/** Whether exports arrive. */
export interface ExportState {
  /** Exports that arrived. */
  readonly arrived: number;
  /** When and why exports began to fail, as a sentence; undefined while they arrive. */
  readonly failure: string | undefined;
  /** Address of the receiver, without credentials. */
  readonly receiver: string;
  /** Why exports fail: a status or a system error; undefined while they arrive. */
  readonly reason: string | undefined;
}

/** Keeps the state of exports, and warns when they begin to fail, fail for another reason, or arrive again. */
export class ExportLog implements ExportState {
  readonly receiver: string;
  #arrived = 0;
  #failure: { readonly since: Date; readonly reason: string } | undefined;

  /** @param receiver - address of the receiver, without credentials */
  constructor(receiver: string) {
    this.receiver = receiver;
  }

  get arrived(): number {
    return this.#arrived;
  }

  get failure(): string | undefined {
    if (this.#failure === undefined) return undefined;
    const { since, reason } = this.#failure;
    return (
      `exports to ${this.receiver} fail since ${since.toISOString()} (${reason}): check the address, and that the ` +
      'receiver runs. Counts are kept, and arrive with the next export that succeeds.'
    );
  }

  get reason(): string | undefined {
    return this.#failure?.reason;
  }

  succeeded(): void {
    this.#arrived++;
    if (this.#failure === undefined) return;
    this.#failure = undefined;
    warn(`exports to ${this.receiver} arrive again; no count was lost.`);
  }

  failed(error: unknown): void {
    const reason = reasonOf(error);
    if (reason === this.#failure?.reason) return;
    this.#failure = { since: this.#failure?.since ?? new Date(), reason };
    warn(this.failure ?? '');
  }
}

/** Status or system error of a failed export, on one short line. */
function reasonOf(error: unknown): string {
  const { code, message } =
    typeof error === 'object' && error !== null ? (error as { code?: unknown; message?: unknown }) : {};
  const text = typeof message === 'string' ? message.split('\n')[0]?.slice(0, 200) : undefined;
  if (typeof code === 'number') return `status ${code}${text ? ` ${text}` : ''}`;
  if (text) return text;
  return typeof code === 'string' ? code : 'no answer';
}
