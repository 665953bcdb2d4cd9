import { PassThrough } from 'node:stream';
import type { WriteStream } from 'node:tty';
import { gzipSync } from 'node:zlib';
import { ProgressBar } from '../../src/commands/progress-bar.ts';
import { build, dataFile } from '../profile/build.ts';

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

test('a bar that looks the same is not drawn again, unless it was cleared', () => {
  const { bar, written } = setUp(true);
  bar.show('reading', 0.5);
  written();
  bar.show('reading', 0.5001);
  expect(written()).toBe('');
  bar.clear();
  bar.show('reading', 0.5001);
  expect(written()).toContain('50 % reading');
});

test('a pipe sees nothing', () => {
  const { bar, written } = setUp(false);
  bar.show('reading', 0.5);
  bar.clear();
  expect(written()).toBe('');
});

test('the bar rises while a file is unpacked, read and counted', async () => {
  const { bar, written } = setUp(true);
  const rows = Array.from({ length: 30_000 }, (_, i) => `${(i * 7919) % 10_007},${(i * 104_729) % 997},k${i % 9}`);
  const path = dataFile('rising.csv.gz', gzipSync(['a,b,c', ...rows].join('\n')));
  await build([path], {}, { progress: (what, share) => bar.show(what, share) });
  const drawn = [...written().matchAll(/(\d+) % (\w+)/g)].map(
    ([, percent, what]) => [String(what), Number(percent)] as const,
  );
  const percents = drawn.map(([, percent]) => percent);
  expect(percents).toEqual(percents.toSorted((a, b) => a - b));
  expect(percents.at(-1)).toBe(100);
  for (const phase of ['reading', 'counting']) {
    expect(drawn.filter(([what]) => what === phase).length).toBeGreaterThan(3);
  }
});
