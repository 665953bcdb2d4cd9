import { PassThrough } from 'node:stream';
import type { WriteStream } from 'node:tty';
import { ProgressBar } from '../../src/commands/progress-bar.ts';

function setUp(isTTY: boolean) {
  const stream = Object.assign(new PassThrough(), { isTTY });
  const bar = new ProgressBar(stream as unknown as WriteStream);
  return { bar, written: () => String(stream.read() ?? '') };
}

test('a terminal sees the share that is done', () => {
  const { bar, written } = setUp(true);
  bar.show('reading', 0.5);
  expect(written()).toContain(`${'█'.repeat(15)}${'░'.repeat(15)} 50 % reading`);
});

test('a pipe sees nothing', () => {
  const { bar, written } = setUp(false);
  bar.show('reading', 0.5);
  bar.clear();
  expect(written()).toBe('');
});
