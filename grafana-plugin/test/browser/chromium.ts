import { findOnPath } from '@driftline/local-store';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** A Chromium of the system: CHROMIUM_PATH, else one on the PATH. */
export function findChromium(): string | undefined {
  return process.env['CHROMIUM_PATH'] ?? NAMES.map((name) => findOnPath(name)).find((path) => path !== undefined);
}

/** Keeps Chromium from talking to anybody but the page under test. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
