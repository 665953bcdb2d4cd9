import { describeWithStore } from '@driftline/local-store/testing';
import { findChromium } from './chromium.ts';
import { setUpPage, type Given, type Setting } from './given-page.ts';

/**
 * Tests of one page of the workbench in a real browser over a real Prometheus, of which no test may leave a fault. Without
 * a browser they are skipped, and in CI they fail.
 */
export function describeInBrowser(title: string, setting: Setting, story: (given: Given) => void): void {
  const executablePath = findChromium();
  const sentence = 'no Chromium here: install one or set CHROMIUM_PATH';
  if (executablePath !== undefined) {
    describeWithStore('prometheus', title, () => story(setUpPage(executablePath, setting)));
    return;
  }
  (process.env['CI'] === 'true' ? describe : describe.skip)(`${title} (${sentence})`, () => {
    test('needs a browser', () => {
      throw new Error(sentence);
    });
  });
}
