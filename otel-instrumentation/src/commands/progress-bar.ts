import { clearLine, cursorTo } from 'node:readline';
import type { WriteStream } from 'node:tty';

const WIDTH = 30;

/** A bar on the last line of a terminal; nothing at all in a pipe or a log. */
export class ProgressBar {
  readonly #stream: WriteStream;
  #shown = '';

  constructor(stream: WriteStream) {
    this.#stream = stream;
  }

  /** @param share - what is done, between 0 and 1 */
  show(what: string, share: number): void {
    if (!this.#stream.isTTY) return;
    const done = Math.floor(WIDTH * share);
    const line = `${'█'.repeat(done)}${'░'.repeat(WIDTH - done)} ${Math.floor(share * 100)} % ${what}`;
    // Reading reports thousands of shares, which look alike.
    if (line === this.#shown) return;
    this.clear();
    this.#stream.write(line);
    this.#shown = line;
  }

  clear(): void {
    if (!this.#stream.isTTY) return;
    this.#shown = '';
    clearLine(this.#stream, 0);
    cursorTo(this.#stream, 0);
  }
}
