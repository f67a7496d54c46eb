import { UserError } from './command';

const EXAMPLE = 'npm run build -- --base https://addins.example.com/ai-spend';

/**
 * The address under which the add-in will be served, as the manifest needs it: https, no trailing slash.
 *
 * @param text as the user wrote it
 */
export function normaliseBaseUrl(text: string | undefined): string {
  if (text === undefined || text.trim() === '') {
    throw new UserError(`Say where the add-in will be served, for example: ${EXAMPLE}`);
  }
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  if (url === undefined) {
    throw new UserError(`"${text}" is not an address. For example: ${EXAMPLE}`);
  }
  if (url.protocol !== 'https:') {
    throw new UserError(`"${text}" does not start with https://, and Office loads add-ins over https only.`);
  }
  if (url.search !== '' || url.hash !== '' || url.username !== '') {
    throw new UserError(`"${text}" may hold a host, a port and a path, and nothing else. For example: ${EXAMPLE}`);
  }
  return url.href.replace(/\/+$/, '').replaceAll('&', '%26').replaceAll("'", '%27');
}
