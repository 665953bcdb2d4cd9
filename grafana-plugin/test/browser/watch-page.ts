import type { Page } from 'playwright-core';

/** What a page did since the last look. */
export interface Watched {
  /** What must not happen: errors, failed requests, and requests that leave this machine. */
  readonly faults: string[];
  /** Requests for values. */
  asked: number;
}

/** Watches what a page asks and says. */
export function watchPage(page: Page): Watched {
  const watched: Watched = { faults: [], asked: 0 };
  const { faults } = watched;
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
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
