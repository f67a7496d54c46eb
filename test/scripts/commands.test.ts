import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { scripts } from '../../package.json';
import { projectRoot } from '../../scripts/project';

/** Commands that only call other tools, which know `--help` themselves. */
const OF_OTHERS = ['test:unit', 'test:e2e', 'test:host', 'soak', 'types', 'lint', 'format'];

const commands = Object.entries(scripts).map(([name, line]) => ({ name, line }));
const ours = commands.filter(({ name }) => !OF_OTHERS.includes(name));

function node(...args: string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, args, { cwd: projectRoot, encoding: 'utf8' });
}

/** Runs the command's script as npm does, without npm. */
function run(file: string, ...args: string[]): SpawnSyncReturns<string> {
  return node('--import', 'tsx', file, ...args);
}

describe('every command of ours', () => {
  it.each(ours)('$name says with --help how it is called', ({ name, line }) => {
    const [, file = ''] = /^node scripts\/need-node && tsx ([\w./-]+\.ts)$/.exec(line) ?? [];
    const source = readFileSync(path.join(projectRoot, file), 'utf8');
    const written = ['start', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`;
    expect(source).toMatch(new RegExp(`runCommand\\(\\{\\n  help: \`Usage: ${written}( --|\\n)`));
  });

  it('does nothing else then: the bench does not run', () => {
    const { status, stdout, stderr } = run('test/bench/bench.ts', '--help');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Usage: npm run bench\n\n/);
    expect(stdout).not.toContain('Ratio ');
  });

  it('refuses what it does not know, and says how it is called', () => {
    const { status, stdout, stderr } = run('scripts/rooms.ts', '--jason');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain("Unknown option '--jason'");
    expect(stderr).toContain('Usage: npm run rooms -- [--draw]');
  });
});

describe('an old Node', () => {
  const onNode = (version: string): SpawnSyncReturns<string> =>
    node(
      '--eval',
      `Object.defineProperty(process.versions, 'node', { value: '${version}' }); require('./scripts/need-node')`,
    );

  it.each(['8.17.0', '18.20.8', '20.18.3'])('%s is told which one is needed, in one line', (version) => {
    const { status, stderr } = onNode(version);
    expect(status).toBe(1);
    expect(stderr).toBe(
      `AI Spend needs Node 20.19 or later, and this is Node ${version}. Get a newer one from https://nodejs.org\n`,
    );
  });

  it.each(['20.19.0', '22.1.0'])('%s is not', (version) => {
    const { status, stderr } = onNode(version);
    expect([status, stderr]).toEqual([0, '']);
  });

  it('is told so by every command that would stumble', () => {
    const plain = ['lint', 'format', 'types'];
    expect(
      commands.filter(({ line }) => !line.startsWith('node scripts/need-node && ')).map(({ name }) => name),
    ).toEqual(plain);
  });
});

describe('npm run validate', () => {
  const offline = path.join(__dirname, 'no-network.js');

  it('checks by our own rules first, and says if the validator cannot be reached', () => {
    const { status, stdout, stderr } = node('--require', offline, '--import', 'tsx', 'scripts/validate.ts');
    expect(status).toBe(1);
    expect(stdout).toBe('By our own rules the manifest is in order.\n');
    expect(stderr).toContain("Microsoft's validator could not be reached, so it has not seen the manifest.");
  });

  it('says what our own rules refuse, and sends nothing then', () => {
    const { status, stdout, stderr } = node(
      '--require',
      offline,
      '--import',
      'tsx',
      'scripts/validate.ts',
      'package.json',
    );
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^The manifest would be refused:\n- not well-formed/);
  });
});
