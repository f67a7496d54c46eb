import { UserError } from './command';

const EXAMPLE = '--connect https://clickhouse.example.com';
/** Where the pane's page says whom it may talk to. */
const POLICY = "connect-src 'self' https://appsforoffice.microsoft.com";

/**
 * The origins of the ledgers to which the pane may talk: https, host and port, nothing else.
 *
 * @param texts as the user wrote them
 */
export function readLedgerOrigins(texts: readonly string[]): string[] {
  return [...new Set(texts.map(readOrigin))];
}

function readOrigin(text: string): string {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  if (url === undefined || url.protocol !== 'https:') {
    throw new UserError(`"${text}" is no https address of a ledger. For example: ${EXAMPLE}`);
  }
  if (url.href !== `${url.origin}/` || /[*;,\s']/.test(url.origin)) {
    throw new UserError(`"${text}" may hold a host and a port, and nothing else. For example: ${EXAMPLE}`);
  }
  return url.origin;
}

/** The pane's page with these origins in its policy; any other text as it is. */
export function withLedgerOrigins(text: string, origins: readonly string[]): string {
  return origins.length === 0 ? text : text.replace(POLICY, () => [POLICY, ...origins].join(' '));
}
