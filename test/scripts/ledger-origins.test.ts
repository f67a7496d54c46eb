import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readLedgerOrigins, withLedgerOrigins } from '../../scripts/ledger-origins';
import { projectRoot } from '../../scripts/project';

const page = readFileSync(path.join(projectRoot, 'src/taskpane/taskpane.html'), 'utf8');

describe('npm run build -- --connect', () => {
  it('puts the named origins, and no other, into the policy of the pane', () => {
    const origins = readLedgerOrigins([
      'https://ch.example.com/',
      'https://ch.example.com:8443',
      'https://ch.example.com',
    ]);
    expect(origins).toEqual(['https://ch.example.com', 'https://ch.example.com:8443']);
    expect(withLedgerOrigins(page, origins)).toContain(
      "connect-src 'self' https://appsforoffice.microsoft.com https://ch.example.com https://ch.example.com:8443;",
    );
    expect(withLedgerOrigins(page, origins).replace(` ${origins.join(' ')}`, '')).toBe(page);
    expect(withLedgerOrigins(page, [])).toBe(page);
  });

  it.each([
    ['http://ch.example.com', 'is no https address'],
    ['ch.example.com', 'is no https address'],
    ['https://ch.example.com/clickhouse', 'may hold a host and a port'],
    ['https://user@ch.example.com', 'may hold a host and a port'],
    ['https://*.example.com', 'may hold a host and a port'],
    ["https://a;script-src 'unsafe-eval'", ''],
  ])('refuses %s', (text, message) => expect(() => readLedgerOrigins([text])).toThrow(message));
});
