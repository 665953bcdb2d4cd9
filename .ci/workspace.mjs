/**
 * Runs the workspace's commands on a machine that has only Node (20 or later) and npm:
 *
 *     node .ci/workspace.mjs start | test [arguments for jest] | test:nightly [arguments for jest] | build | package | run SCRIPT... [-- arguments for each]
 *
 * Installs and builds what is missing or stale, then runs the command under the Node 24 that the workspace installs.
 * It has no dependencies, because it runs before any is installed.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { programName, THIS_PLATFORM } from '../grafana-plugin/backend/build/build-program.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const STAMPS = join(ROOT, 'node_modules/.cache/driftline');

/** What has to be built, from which folders, and into which. One that `speaks` has something to say though it succeeds. */
const BUILDS = [
  {
    name: 'the engine',
    args: ['run', 'build', '--workspace', '@driftline/shared'],
    sources: ['shared/src', 'shared/tsdown.config.ts'],
    output: 'shared/dist',
  },
  {
    name: 'the instrumentation',
    args: ['run', 'build', '--workspace', '@driftline/otel'],
    sources: ['shared/src', 'otel-instrumentation/src'],
    output: 'otel-instrumentation/dist',
  },
  {
    name: 'the Grafana plugin',
    args: ['run', 'build', '--workspace', 'driftline-model-app'],
    sources: ['shared/src', 'grafana-plugin/src', 'grafana-plugin/webpack.config.ts'],
    output: 'grafana-plugin/dist',
  },
  {
    name: 'the back end',
    args: ['run', 'build:backend', '--workspace', 'driftline-model-app'],
    sources: ['shared/src', 'grafana-plugin/backend'],
    // Without Go it is never there, and every command says so.
    output: `grafana-plugin/dist/datasource/${programName(THIS_PLATFORM)}`,
    speaks: true,
  },
  {
    name: 'the workbench',
    args: ['run', 'build:workbench', '--workspace', 'driftline-model-app'],
    sources: [
      'grafana-plugin/workbench/src',
      'grafana-plugin/workbench/index.html',
      'grafana-plugin/workbench/vite.config.ts',
      'grafana-plugin/src/panels/common',
      'shared/src',
    ],
    output: 'grafana-plugin/workbench/dist',
  },
];

/** The environment of the nightly tests, where the caller's does not say otherwise. */
const NIGHTLY = {
  DRIFTLINE_LOAD_SECONDS: '60',
  DRIFTLINE_OUTAGE_SECONDS: '60',
  DRIFTLINE_SOAK_SECONDS: '900',
};

/** Ends the program with one sentence. */
function fail(sentence) {
  console.error(`driftline: ${sentence}`);
  process.exit(1);
}

function hashOf(paths) {
  const hash = createHash('sha256');
  const add = (path) => {
    if (!existsSync(path)) return;
    try {
      for (const entry of readdirSync(path).sort()) add(join(path, entry));
    } catch {
      hash.update(relative(ROOT, path)).update('\0').update(readFileSync(path)).update('\0');
    }
  };
  for (const path of paths) add(join(ROOT, path));
  return hash.digest('hex');
}

function isStamped(name, hash) {
  const path = join(STAMPS, name);
  return existsSync(path) && readFileSync(path, 'utf8') === hash;
}

function stamp(name, hash) {
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(join(STAMPS, name), hash);
}

/**
 * Runs a program, passes our signals on to it, and resolves with its exit code. `quiet` shows its output only if it
 * fails, or if it `speaks`; `channel` opens a channel that closes when this process ends.
 */
function run(program, args, { quiet = false, speaks = false, channel = false, env = process.env } = {}) {
  return new Promise((resolve) => {
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['inherit', 'inherit', 'inherit'];
    // npm does not pass signals on to what its shell runs; a process group gets them as a whole.
    const detached = quiet && process.platform !== 'win32';
    const child = spawn(program, args, { cwd: ROOT, env, detached, stdio: channel ? [...stdio, 'ipc'] : stdio });
    let interrupted = false;
    let output = '';
    const keep = (chunk) => (output += chunk.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const pass = (signal) => {
      interrupted = true;
      if (detached) process.kill(-child.pid, signal);
      else child.kill(signal);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass);
    child.on('error', (error) => fail(`${program} cannot be started (${error.message}): put it on the PATH.`));
    child.on('exit', (code, signal) => {
      for (const each of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(each, pass);
      // The person who interrupts it knows why it fails.
      if (quiet && interrupted) process.exit(130);
      if (quiet && code !== 0) console.error(output);
      else if (speaks && output !== '') process.stdout.write(output);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}

/** Runs npm with the Node that runs this script. */
function npm(args, options) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('.js') ? run(process.execPath, [cli, ...args], options) : run('npm', args, options);
}

async function install() {
  // npm writes this file last: without it, an installation was interrupted.
  const hash = hashOf(['package-lock.json']);
  if (isStamped('installed', hash) && existsSync(join(ROOT, 'node_modules/.package-lock.json'))) return;
  console.log('Installing the workspace (once; about a minute) …');
  // Not `npm ci`: it refuses a lockfile that lacks packages for other platforms.
  const code = await npm(['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    quiet: true,
  });
  if (code !== 0) fail('npm could not install the workspace: see its output above, and try again.');
  stamp('installed', hash);
}

/** The environment in which the workspace's Node is first on the PATH. */
function environment() {
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const own = join(ROOT, 'node_modules', `node-${system}-${process.arch}`, 'bin', file);
  const [major, minor] = process.versions.node.split('.').map(Number);
  const node = existsSync(own) ? own : process.execPath;
  if (node === process.execPath && (major < 22 || (major === 22 && minor < 18))) {
    fail(`there is no packaged Node for ${process.platform} ${process.arch}: install Node 24 and run this with it.`);
  }
  const paths = { PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` };
  // Tests start hundreds of processes from TypeScript: what Node made of it is kept, which halves the time to start.
  return { node, env: { NODE_COMPILE_CACHE: join(STAMPS, 'compiled'), ...process.env, ...paths } };
}

async function build(env) {
  for (const { name, args, sources, output, speaks } of BUILDS) {
    const hash = hashOf(['package-lock.json', ...sources]);
    const key = `built-${output.replaceAll('/', '-')}`;
    if (isStamped(key, hash) && existsSync(join(ROOT, output))) continue;
    console.log(`Building ${name} …`);
    // With another NODE_ENV, from tests or a shell, bundlers write what only runs in development.
    const production = { ...env, NODE_ENV: 'production' };
    if ((await npm([...args, '--silent'], { quiet: true, speaks, env: production })) !== 0)
      fail(`${name} could not be built: see the output above.`);
    // A build may put what it generates beside its sources.
    stamp(key, hashOf(['package-lock.json', ...sources]));
  }
}

/** Ends this process as SIGTERM does when npm is gone: npm does not stop its children when it is killed. */
function endWithParent() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}

async function test(env) {
  await build(env);
  // Jest runs CommonJS; with this flag it can require the packages that are published as ES modules only.
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  return run(node, [...flags, 'node_modules/jest/bin/jest.js', ...rest], {
    env: { ...env, DRIFTLINE_BUILT: '1' },
  });
}

endWithParent();
const [command, ...rest] = process.argv.slice(2);
const end = rest.includes('--') ? rest.indexOf('--') : rest.length;
const [scripts, given] = [rest.slice(0, end), rest.slice(end + 1)];
await install();
const { node, env } = environment();
let code = 0;
switch (command) {
  case 'start':
    await build(env);
    code = await run(node, ['--conditions=driftline-source', 'provisioning/start/start.ts', ...rest], {
      env,
      channel: true,
    });
    break;
  case 'test':
    code = await test(env);
    break;
  case 'test:nightly':
    code = await test({ ...NIGHTLY, ...env, DRIFTLINE_NIGHTLY: '1' });
    break;
  case 'build':
    await build(env);
    break;
  case 'package':
    await build(env);
    code = await npm(['run', '--silent', 'package', '--workspace', 'driftline-model-app'], { env });
    break;
  case 'run':
    for (const script of scripts) code ||= await npm(['run', '--silent', script, '--', ...given], { env });
    break;
  default:
    fail(`${command ?? 'nothing'} is no command: use start, test, test:nightly, build, package or run.`);
}
process.exit(code);
