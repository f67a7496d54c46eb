import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { localhostCertificate } from './certificate';
import { UserError } from './command';
import { projectRoot } from './project';

/** What docs/ledger.md has for an administrator; here with other addresses. */
const DOCUMENTED = path.join(projectRoot, 'docs/ledger');
/** The user of docs/ledger/users.xml, with the password that stands there as a hash. */
export const LEDGER_USER = { user: 'ai_spend', password: 'password' } as const;
const PASSWORD = `<password>${LEDGER_USER.password}</password>`;
const LOOPBACK = '<networks><ip>127.0.0.1</ip></networks>';
/** A table over two servers finds them by this name. */
export const LEDGER_CLUSTER = 'ledger';
const PATIENCE_MS = 30_000;
const FOLDERS = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin'];

/** ClickHouse, with nginx before it, as ordinary processes in a folder of their own that goes with them. */
export interface LedgerEngine {
  /** Such as `https://localhost:40123`. */
  readonly origin: string;
  /** Runs a statement as the one who may do everything; `rows` are what follows an INSERT. */
  run(statement: string, server?: number, rows?: string): Promise<string>;
  /** Ends a server at once, as a failure would, and starts it again. */
  restart(server?: number): Promise<void>;
  stop(): Promise<void>;
}

/** A user beside the documented one, with the same password. */
export interface OtherUser {
  readonly name: string;
  /** Of the profile, beside that it may only read. */
  readonly settings?: Readonly<Record<string, string>>;
  /** What may be read; without it, all. */
  readonly database?: string;
  /** Statements in an hour; without it, any number. */
  readonly queries?: number;
}

/** What is missing for an engine to be started here; '' for nothing. */
export function missingForEngine(): string {
  const missing = ['clickhouse-server', 'nginx'].filter((name) => programOf(name) === null);
  return missing.length === 0
    ? ''
    : `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not installed: apt-get install clickhouse-server nginx`;
}

function programOf(name: string): string | null {
  const found = [...(process.env['PATH'] ?? '').split(path.delimiter), ...FOLDERS].map((folder) =>
    path.join(folder, name),
  );
  return (
    found.find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    }) ?? null
  );
}

/** A port that nobody listens at now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

interface Ports {
  readonly http: number;
  readonly tcp: number;
}

/**
 * Starts servers of one cluster, of which nginx shows the first.
 *
 * @param port at which nginx is to listen
 * @param pageOrigin whose pages may ask
 */
export async function startLedgerEngine(
  port: number,
  pageOrigin: string,
  { servers = 1, users = [] }: { readonly servers?: number; readonly users?: readonly OtherUser[] } = {},
): Promise<LedgerEngine> {
  const missing = missingForEngine();
  if (missing !== '') {
    throw new UserError(missing);
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'ai-spend-ledger-'));
  const ports: Ports[] = [];
  for (let at = 0; at < servers; at++) {
    ports.push({ http: await freePort(), tcp: await freePort() });
  }
  const processes = new Map<number, ChildProcess>();
  const start = async (at: number): Promise<void> => {
    processes.set(at, await startServer(path.join(folder, `server${at}`), ports, at, users));
  };
  const stop = async (): Promise<void> => {
    await Promise.all([...processes.values()].map((process) => end(process, 'SIGKILL')));
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await Promise.all(ports.map((_, at) => start(at)));
    processes.set(-1, await startNginx(folder, port, pageOrigin, ports[0]?.http ?? 0));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    origin: `https://localhost:${port}`,
    run: (statement, server = 0, rows) => run(ports[server]?.http ?? 0, statement, rows),
    restart: async (server = 0) => {
      await end(processes.get(server), 'SIGKILL');
      await start(server);
    },
    stop,
  };
}

async function run(port: number, statement: string, rows?: string): Promise<string> {
  const query = rows === undefined ? '' : `?query=${encodeURIComponent(statement)}`;
  // A connection of its own: one that was kept may be closed by the server just then.
  const asking = request({ host: '127.0.0.1', port, path: `/${query}`, method: 'POST', agent: false });
  asking.end(rows ?? statement);
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  const said = await text(answer);
  if (answer.statusCode !== 200 || /^Code: \d+/.test(said)) {
    throw new Error(`${statement.slice(0, 200)}: ${said}`);
  }
  return said;
}

async function startServer(
  folder: string,
  ports: readonly Ports[],
  at: number,
  users: readonly OtherUser[],
): Promise<ChildProcess> {
  const { http, tcp } = ports[at] ?? { http: 0, tcp: 0 };
  await mkdir(path.join(folder, 'tmp'), { recursive: true });
  await writeFile(path.join(folder, 'config.xml'), serverConfig(folder, { http, tcp }, ports));
  await writeFile(path.join(folder, 'users.xml'), await usersConfig(users));
  const program = programOf('clickhouse-server') ?? '';
  const child = spawn(program, [`--config-file=${path.join(folder, 'config.xml')}`], { cwd: folder, stdio: 'ignore' });
  await untilAnswers(child, () => run(http, 'SELECT 1'), path.join(folder, 'errors'));
  return child;
}

function serverConfig(folder: string, { http, tcp }: Ports, ports: readonly Ports[]): string {
  const shards = ports
    .map(({ tcp: own }) => `<shard><replica><host>127.0.0.1</host><port>${own}</port></replica></shard>`)
    .join('');
  return `<yandex>
  <logger><level>error</level><log>${folder}/log</log><errorlog>${folder}/errors</errorlog></logger>
  <listen_host>127.0.0.1</listen_host>
  <http_port>${http}</http_port>
  <tcp_port>${tcp}</tcp_port>
  <path>${folder}/data/</path>
  <tmp_path>${folder}/tmp/</tmp_path>
  <users_config>${folder}/users.xml</users_config>
  <default_profile>default</default_profile>
  <default_database>default</default_database>
  <mark_cache_size>67108864</mark_cache_size>
  <remote_servers><${LEDGER_CLUSTER}>${shards}</${LEDGER_CLUSTER}></remote_servers>
</yandex>
`;
}

/** The documented user, one who may do everything, and others, from this machine alone. */
async function usersConfig(others: readonly OtherUser[]): Promise<string> {
  const documented = await readFile(path.join(DOCUMENTED, 'users.xml'), 'utf8');
  const profiles = others.map(({ name, settings = {} }) => profileOf(name, settings));
  const quotas = others.map(({ name, queries = 0 }) => quotaOf(name, queries));
  const users = others.map(
    ({ name, database }) =>
      `<${name}>${PASSWORD}${LOOPBACK}<profile>${name}</profile><quota>${name}</quota>${database === undefined ? '' : `<allow_databases><database>${database}</database></allow_databases>`}</${name}>`,
  );
  return documented
    .replace('<profiles>', `<profiles><default/>${profiles.join('')}`)
    .replace('<quotas>', `<quotas><default/>${quotas.join('')}`)
    .replace(
      '<users>',
      `<users><default><password></password>${LOOPBACK}<profile>default</profile><quota>default</quota></default>${users.join('')}`,
    );
}

function profileOf(name: string, settings: Readonly<Record<string, string>>): string {
  const elements = Object.entries({ readonly: '2', ...settings }).map(
    ([setting, value]) => `<${setting}>${value}</${setting}>`,
  );
  return `<${name}>${elements.join('')}</${name}>`;
}

function quotaOf(name: string, queries: number): string {
  const others = ['errors', 'result_rows', 'read_rows', 'execution_time'].map((limit) => `<${limit}>0</${limit}>`);
  return `<${name}><interval><duration>3600</duration><queries>${queries}</queries>${others.join('')}</interval></${name}>`;
}

async function startNginx(folder: string, port: number, pageOrigin: string, http: number): Promise<ChildProcess> {
  const { cert, key } = await localhostCertificate();
  const at = path.join(folder, 'nginx');
  await mkdir(at, { recursive: true });
  await writeFile(path.join(at, 'certificate.pem'), cert);
  await writeFile(path.join(at, 'key.pem'), key, { mode: 0o600 });
  const documented = await readFile(path.join(DOCUMENTED, 'nginx.conf'), 'utf8');
  const site = documented
    .replace('https://addins.example.com', pageOrigin)
    .replace('listen 443', `listen 127.0.0.1:${port}`)
    .replace('clickhouse.example.com;', 'localhost;')
    .replace(/ssl_certificate \S+;/, `ssl_certificate ${at}/certificate.pem;`)
    .replace(/ssl_certificate_key \S+;/, `ssl_certificate_key ${at}/key.pem;`)
    .replace('127.0.0.1:8123', `127.0.0.1:${http}`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${at}/${name};`,
  );
  await writeFile(
    path.join(at, 'nginx.conf'),
    `daemon off;\nmaster_process off;\npid ${at}/pid;\nerror_log ${at}/errors;\nevents {}\nhttp {\naccess_log off;\n${temporary.join('\n')}\n${site}}\n`,
  );
  const program = programOf('nginx') ?? '';
  const child = spawn(program, ['-p', at, '-e', `${at}/errors`, '-c', `${at}/nginx.conf`], { stdio: 'ignore' });
  await untilAnswers(child, () => reachable(port), `${at}/errors`);
  return child;
}

async function reachable(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
  } finally {
    socket.destroy();
  }
}

/** Asks until there is an answer. */
async function untilAnswers(child: ChildProcess, ask: () => Promise<unknown>, errors: string): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      await ask();
      return;
    } catch (error) {
      if (child.exitCode !== null || Date.now() > until) {
        const said = await readFile(errors, 'utf8').catch(() => '');
        await end(child);
        throw new Error(`${child.spawnfile} did not start: ${String(error)}\n${said.slice(-2000)}`);
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function end(child: ChildProcess | undefined, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const ended = once(child, 'exit');
  child.kill(signal);
  const patience = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(patience);
}
