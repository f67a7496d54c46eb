/** Where Office.js comes from, and this page. */
const OURS: readonly string[] = ["'self'", 'https://appsforoffice.microsoft.com'];

/**
 * The addresses of ledgers to which this page may talk, as its content security policy has them: what the browser goes by is what the
 * view says. `npm run build -- --connect` puts them there.
 */
export function admittedOrigins(): readonly string[] {
  const policy = document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')?.content ?? '';
  const [, sources = ''] = /(?:^|;)\s*connect-src ([^;]*)/.exec(policy) ?? [];
  return sources.split(/\s+/).filter((source) => source !== '' && !OURS.includes(source));
}
