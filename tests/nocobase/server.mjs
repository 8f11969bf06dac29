// SPDX-License-Identifier: Apache-2.0
// Starts one real NocoBase on a copy of a fresh storage and a free port of 127.0.0.1, says where in one line
// of JSON on standard output, and runs until it gets SIGTERM or SIGINT, or its standard input ends; then the
// copy is gone.
//
//   node server.mjs [--plugin on|off|absent] [--layout flat|wecom|internal|public|misleading] [--base /nb] [--port N]
//                   [--folder DIR] [--keep]
//
// The line: {"url","port","pid","folder","storage","db","log","layout"}. `url` ends with a slash; what is written into
// the file `layout` is the stand-in's layout from then on. Whatever is in the
// environment reaches NocoBase (WECOM_API_BASE, WECOM_LOGIN_BASE, WECOM_OAUTH_BASE, NODE_EXTRA_CA_CERTS,
// INIT_APP_LANG, ...). Account: nocobase / admin123.
// Without an installation it ends with an error: run install.sh first.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeTree } from './tree.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const readyWithin = 120_000;
const steadyAnswers = 4;

const { values: options } = parseArgs({
  options: {
    plugin: { type: 'string', default: 'on' },
    layout: { type: 'string', default: 'flat' },
    base: { type: 'string', default: '' },
    port: { type: 'string' },
    folder: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});
if (!['on', 'off', 'absent'].includes(options.plugin))
  throw new Error(`--plugin ${options.plugin}: on, off or absent`);

function installation() {
  const where =
    process.env.NOCOBASE_INSTALLATION ||
    execFileSync(join(here, 'install.sh'), ['--where']).toString().trim();
  if (!existsSync(join(where, 'complete')))
    throw new Error(`no complete installation in ${where}: run ${join(here, 'install.sh')}`);
  return where;
}

function freePort() {
  return new Promise((done, failed) => {
    const probe = createServer().on('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

// The one list of variables is a shell script, since install.sh needs it too.
function serverEnvironment(root, storage, port) {
  const script = `. "$0"; node -e 'process.stdout.write(JSON.stringify(process.env))'`;
  const env = {
    ...process.env,
    ROOT: root,
    STORAGE_PATH: storage,
    APP_PORT: String(port),
    PUBLIC_BASE: options.base,
  };
  const all = JSON.parse(execFileSync('bash', ['-c', script, join(here, 'environment.sh')], { env }));
  return { ...all, STANDIN_LAYOUT_FILE: layoutFile };
}

// NocoBase's own command line does this before it starts a server; there is no other way to get the page for
// another path.
function writeFirstPage(root, env) {
  execFileSync(
    process.execPath,
    [
      '-e',
      'require(process.argv[1]).buildIndexHtml()',
      join(root, 'node_modules/@nocobase/cli-v1/src/util.js'),
    ],
    { env },
  );
}

// A starting server answers 503, then for a moment 200 and 404 and 500 in turn.
async function steady(url, child) {
  const end = Date.now() + readyWithin;
  for (let good = 0; good < steadyAnswers;) {
    if (child.exitCode !== null || child.signalCode !== null) return false;
    if (Date.now() > end) throw new Error(`no steady answers from ${url} within ${readyWithin / 1000} s`);
    const answer = await fetch(`${url}api/app:getInfo`, { signal: AbortSignal.timeout(5000) }).catch(
      () => null,
    );
    const isGood = answer?.status === 200 && (await answer.json().catch(() => null))?.data?.version;
    good = isGood ? good + 1 : 0;
    await new Promise((done) => setTimeout(done, 150));
  }
  return true;
}

function lastLines(log) {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
}

const installed = installation();
const folder = resolve(options.folder ?? mkdtempSync(join(tmpdir(), 'nocobase-')));
const storage = join(folder, 'storage');
const log = join(folder, 'server.log');
const layoutFile = join(folder, 'layout');
let child;

function stop(code) {
  child?.removeAllListeners('exit');
  child?.kill('SIGKILL');
  if (!options.keep) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(code);
}
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => stop(0));

try {
  cpSync(join(installed, 'fresh', options.plugin === 'on' ? 'on' : 'off'), storage, { recursive: true });
  rmSync(join(storage, 'plugins'), { recursive: true, force: true });
  makeTree(installed, folder, options.plugin === 'absent' ? null : join(here, 'plugin-auth-wecom'));

  writeFileSync(layoutFile, options.layout);
  let ready = false;
  for (let attempt = 1; !ready; attempt++) {
    const port = Number(options.port ?? (await freePort()));
    const url = `http://127.0.0.1:${port}${options.base}/`;
    const output = openSync(log, 'a');
    const env = serverEnvironment(folder, storage, port);
    writeFirstPage(folder, env);
    // The channel ends when this process does, even by SIGKILL; orphan.cjs then ends the server.
    child = spawn(
      process.execPath,
      [
        '--require',
        join(here, 'orphan.cjs'),
        join(folder, 'node_modules/@nocobase/app/lib/index.js'),
        'start',
      ],
      {
        cwd: folder,
        env,
        stdio: ['ignore', output, output, 'ipc'],
      },
    );
    ready = await steady(url, child);
    if (ready) {
      const line = {
        url,
        port,
        pid: child.pid,
        folder,
        storage,
        db: join(storage, 'db', 'nocobase.sqlite'),
        log,
        layout: layoutFile,
      };
      console.log(JSON.stringify(line));
    } else if (options.port || attempt === 3 || !lastLines(log).includes('EADDRINUSE')) {
      throw new Error(`the server ended:\n${lastLines(log)}`);
    }
  }
  child.on('exit', (code, signal) => {
    console.error(`the server ended by itself (${code ?? signal}):\n${lastLines(log)}`);
    stop(1);
  });
  process.stdin
    .on('end', () => stop(0))
    .on('error', () => stop(0))
    .resume();
} catch (error) {
  console.error(error.message);
  stop(1);
}
