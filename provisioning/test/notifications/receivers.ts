import { createServer, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { z } from 'zod';
import { pagerdutyEvent, slackMessage, type PagerdutyEvent, type SlackMessage } from './received.ts';

/** Slack and PagerDuty, as far as their requests and answers go. */
export interface Receivers {
  readonly slackUrl: string;
  readonly pagerdutyUrl: string;
  readonly slack: readonly SlackMessage[];
  readonly pagerduty: readonly PagerdutyEvent[];
  /** What was wrong with requests that were refused. */
  readonly refused: readonly string[];
  close(): Promise<void>;
}

/** Starts both on a free port of 127.0.0.1. A request that the real one would refuse is refused, and kept. */
export async function startReceivers(): Promise<Receivers> {
  const slack: SlackMessage[] = [];
  const pagerduty: PagerdutyEvent[] = [];
  const refused: string[] = [];

  const answerTo = async (request: IncomingMessage): Promise<readonly [status: number, body: string]> => {
    const type = request.headers['content-type'] ?? '';
    const body = await json(request);
    try {
      if (request.method !== 'POST' || !type.startsWith('application/json')) {
        throw new Error(`${request.method ?? ''} of ${type}`);
      }
      if (request.url === '/slack') {
        slack.push(slackMessage.parse(body));
        return [200, 'ok'];
      }
      if (request.url === '/v2/enqueue') {
        const event = pagerdutyEvent.parse(body);
        pagerduty.push(event);
        return [202, JSON.stringify({ status: 'success', message: 'Event processed', dedup_key: event.dedup_key })];
      }
      throw new Error(`no such address: ${request.url ?? ''}`);
    } catch (error) {
      refused.push(
        `${error instanceof z.ZodError ? z.prettifyError(error) : String(error)} in ${JSON.stringify(body)}`,
      );
      return [400, request.url === '/slack' ? 'invalid_payload' : JSON.stringify({ status: 'invalid event' })];
    }
  };

  const server = createServer((request, response) => {
    answerTo(request).then(
      ([status, body]) => response.writeHead(status).end(body),
      () => response.writeHead(400).end(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { slackUrl: `${base}/slack`, pagerdutyUrl: `${base}/v2/enqueue`, slack, pagerduty, refused, close };
}
