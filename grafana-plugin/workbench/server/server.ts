import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import type { Settings } from '@driftline/shared';
import type { DataSource } from './backend/data-source.ts';
import { serveDataSource } from './backend/routes.ts';
import { serveAlerting, type Alerting } from './grafana/alerting.ts';
import { servePrometheus } from './grafana/prometheus.ts';

export interface WorkbenchOptions {
  /** Base of the store's Prometheus HTTP API. */
  readonly store: string;
  /** Identifier of the data source. */
  readonly uid?: string;
  /** Settings of the data source. */
  readonly settings?: Settings;
  /** Port of the loopback address; a free one unless given. */
  readonly port?: number;
  /** Folder of further dashboards, beside the one that the app brings. */
  readonly dashboards?: string;
  /** What the traffic is doing, for the page's header. */
  readonly phase?: () => string | undefined;
  /** Alert rules and silences that Grafana would know of; none unless given. */
  readonly alerting?: () => Alerting;
  /** Version of React that the page runs; Grafana's own from 13.2 on unless given. */
  readonly react?: 18 | 19;
}

/** A running workbench. */
export interface WorkbenchServer {
  readonly url: string;
  close(): Promise<void>;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
/** The built page, by the version of React that it runs. */
const HOSTS = { 18: here('../dist/react-18'), 19: here('../dist') };
const PLUGIN = here('../../dist');
const packageFolder = (name: string): string => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
/** What the app brings. */
const DASHBOARDS = here('../../src/dashboards');
const UI = join(packageFolder('@grafana/ui'), 'dist/public');
const INTER = join(packageFolder('@fontsource/inter'), 'files');
const ROBOTO_MONO = join(packageFolder('@fontsource/roboto-mono'), 'files');

/** Grafana's names of the font's weights. */
const WEIGHTS: Record<string, number> = { Regular: 400, Medium: 500 };

/** Icons of Grafana that the package @grafana/ui names but does not bring. */
const FALLBACK_ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="3"/></svg>';

/**
 * Serves the workbench's page, the built plugins and the back end of the data source, on 127.0.0.1.
 *
 * @throws {Error} when the page or the plugins are not built
 */
export async function startWorkbench(options: WorkbenchOptions): Promise<WorkbenchServer> {
  const host = HOSTS[options.react ?? 19];
  for (const folder of [host, PLUGIN]) {
    if (!existsSync(folder)) throw new Error(`${folder} is not there: build it with \`npm run build\`.`);
  }
  // A page keeps its connections open; it does not keep the server from stopping.
  const server = Fastify({ forceCloseConnections: true });
  await server.register(fastifyStatic, { root: host, prefix: '/workbench/' });
  await server.register(fastifyStatic, {
    root: PLUGIN,
    prefix: '/public/plugins/driftline-model-app/',
    decorateReply: false,
  });
  await server.register(fastifyStatic, {
    root: join(UI, 'img'),
    prefix: '/public/build/img/',
    decorateReply: false,
    wildcard: true,
  });
  const source: DataSource = { uid: options.uid ?? 'driftline', url: options.store, settings: { ...options.settings } };
  serveDataSource(server, source);
  serveAlerting(server, options.alerting ?? (() => ({ groups: [], silences: [] })));
  servePrometheus(server, options.store);
  server.get('/api/workbench/data-source', () => source);
  server.get<{ Params: { file: string } }>('/public/fonts/inter/:file', (request, reply) => {
    const weight = WEIGHTS[/^Inter-(\w+)\.woff2$/.exec(request.params.file)?.[1] ?? ''];
    return weight === undefined
      ? notFound(request, reply)
      : reply.sendFile(`inter-latin-${weight}-normal.woff2`, INTER);
  });
  // Grafana names this font's only file by a hash of its own.
  server.get('/public/fonts/roboto/:file', (_request, reply) =>
    reply.sendFile('roboto-mono-latin-400-normal.woff2', ROBOTO_MONO),
  );
  server.get('/api/workbench/phase', () => ({ phase: options.phase?.() }));
  server.get('/api/workbench/dashboard', (_request, reply) => reply.sendFile('model.json', DASHBOARDS));
  const dashboards = options.dashboards === undefined ? [] : dashboardsIn(options.dashboards);
  server.get('/api/workbench/dashboards', () => dashboards.map(({ uid, title }) => ({ uid, title })));
  server.get<{ Params: { uid: string } }>(
    '/api/workbench/dashboards/:uid',
    (request, reply) => dashboards.find(({ uid }) => uid === request.params.uid) ?? notFound(request, reply),
  );
  // Pages of the app have addresses of their own, below which React Router tells them apart.
  for (const pages of ['/a/*', '/d/*', '/alerting/new', '/explore']) {
    server.get(pages, (_request, reply) => reply.sendFile('index.html', host));
  }
  server.get('/', (request, reply) => reply.redirect(`/workbench/${new URL(request.url, 'http://localhost').search}`));
  server.setNotFoundHandler(notFound);
  const url = await server.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  return { url, close: () => server.close() };
}

interface NamedDashboard {
  readonly uid: string;
  readonly title: string;
}

function dashboardsIn(folder: string): NamedDashboard[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as NamedDashboard);
}

function notFound(request: Pick<FastifyRequest, 'url'>, reply: FastifyReply): FastifyReply {
  if (request.url.startsWith('/public/build/img/icons/')) {
    return reply.type('image/svg+xml').send(mirroredIcon(request.url) ?? FALLBACK_ICON);
  }
  return reply.code(404).send({ error: `There is no ${request.url} here.` });
}

/** An icon that points to the left, made of the one to the right: the package brings one of some pairs. */
function mirroredIcon(address: string): string | undefined {
  const [, name] = /^\/public\/build\/img\/icons\/(\w+\/[\w-]*-left[\w-]*\.svg)/.exec(address) ?? [];
  const other = name && join(UI, 'img/icons', name.replace('-left', '-right'));
  if (other === undefined || !existsSync(other)) return undefined;
  return readFileSync(other, 'utf8')
    .replace(/<svg[^>]*>/, '$&<g transform="matrix(-1 0 0 1 24 0)">')
    .replace('</svg>', '</g></svg>');
}
