import type { Page } from 'playwright-core';

/** What a page did since the last look. */
export interface Watched {
  /** What must not happen: errors, failed requests, and requests that leave this machine. */
  readonly faults: string[];
  /** Requests for values. */
  asked: number;
  /** Takes away the faults that a test has brought about. */
  forgive(pattern: RegExp): void;
}

/** Watches what a page asks and says. */
export function watchPage(page: Page): Watched {
  const faults: string[] = [];
  const forgive = (pattern: RegExp): void => {
    faults.splice(0, faults.length, ...faults.filter((fault) => !pattern.test(fault)));
  };
  const watched: Watched = { faults, asked: 0, forgive };
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  page.on('request', (request) => {
    const { protocol, hostname, pathname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') faults.push(`left loopback: ${request.url()}`);
    if (pathname === '/api/ds/query') watched.asked += 1;
  });
  return watched;
}
