import { describeWithStore } from '@driftline/local-store/testing';
import { findChromium } from './chromium.ts';

/** Tests in a real browser over a real Prometheus. Without a browser they are skipped, and in CI they fail. */
export function describeInBrowser(title: string, story: (executablePath: string) => void): void {
  const executablePath = findChromium();
  const sentence = 'no Chromium here: install one or set CHROMIUM_PATH';
  if (executablePath !== undefined) {
    describeWithStore('prometheus', title, () => story(executablePath));
    return;
  }
  (process.env['CI'] === 'true' ? describe : describe.skip)(`${title} (${sentence})`, () => {
    test('needs a browser', () => {
      throw new Error(sentence);
    });
  });
}
