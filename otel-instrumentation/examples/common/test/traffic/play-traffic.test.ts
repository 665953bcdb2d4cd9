import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startTraffic } from '../../src/process/start-traffic.ts';
import { PREDICTION_ID } from '../../src/service/outcome.ts';

/** Predictions that are waited for, and those of one batch of the player at this rate. */
const PREDICTIONS = 40;
const RATE = 80;
const BATCH = RATE / 10;

let server: Server;
/** Of each prediction, whether it has an id by which its outcome is sent. */
let hasId: boolean[];
let enough: Promise<void>;

beforeEach(async () => {
  hasId = [];
  let reached: () => void;
  enough = new Promise((resolve) => (reached = resolve));
  server = createServer((request, response) => {
    if (request.url === '/predict') hasId.push(PREDICTION_ID in request.headers);
    if (hasId.length >= PREDICTIONS) reached();
    request.resume().on('end', () => response.end('{}'));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => server.close());

test.each([
  [2, 1 / 2],
  [undefined, 1 / 4],
])('with --label-every %p this share of the predictions has an outcome: %p', async (labelEvery, share) => {
  const { port } = server.address() as AddressInfo;
  const script = new URL('../../../income-service/src/traffic.ts', import.meta.url);
  const traffic = startTraffic(script, [`http://127.0.0.1:${port}`], undefined, {
    rate: RATE,
    ...(labelEvery === undefined ? {} : { labelEvery }),
  });
  await enough;
  await traffic.stop();
  const withId = hasId.filter(Boolean).length;
  expect(Math.abs(withId - share * hasId.length)).toBeLessThanOrEqual(BATCH / 2);
});
