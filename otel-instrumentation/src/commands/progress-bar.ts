import { clearLine, cursorTo } from 'node:readline';
import type { WriteStream } from 'node:tty';

const WIDTH = 30;

/** A bar on the last line of a terminal; nothing at all in a pipe or a log. */
export class ProgressBar {
  readonly #stream: WriteStream;

  constructor(stream: WriteStream) {
    this.#stream = stream;
  }

  /** @param share - what is done, between 0 and 1 */
  show(what: string, share: number): void {
    if (!this.#stream.isTTY) return;
    const done = Math.round(WIDTH * share);
    this.clear();
    this.#stream.write(`${'█'.repeat(done)}${'░'.repeat(WIDTH - done)} ${Math.round(share * 100)} % ${what}`);
  }

  clear(): void {
    if (!this.#stream.isTTY) return;
    clearLine(this.#stream, 0);
    cursorTo(this.#stream, 0);
  }
}
