/**
 * The button that opens the workbook in a further window.
 */
import { SHARE_PARAMETER } from '../peers/share-address';
import type { Shell } from './shell';

/** Tells how many windows have the workbook open. */
export function showSharing(shell: Shell, windows: number): void {
  shell.shareButton.textContent = windows === 1 ? 'Share' : `Shared: ${windows} windows`;
}

const COUNTS = new Intl.PluralRules('en');

function edits(count: number): string {
  return `${count} ${COUNTS.select(count) === 'one' ? 'edit' : 'edits'}`;
}

/** Tells that the server is away, and what becomes of edits meanwhile. */
export function showAway(shell: Shell, unshared: number): void {
  shell.shareButton.textContent = 'Shared: server away';
  const what = unshared === 0 ? '' : `Not shared yet: ${edits(unshared)}.`;
  shell.showSharing(`Server away: edits are kept here and will be shared when it is back. ${what}`.trimEnd());
}

/** Tells that the window is with the others again. */
export function showBack(shell: Shell, shared: number): void {
  shell.showSharing(shared === 0 ? 'Back: this window is shared again.' : `Back: ${edits(shared)} shared.`);
}

function addressOf(name: string): string {
  const address = new URL(location.href);
  address.searchParams.set(SHARE_PARAMETER, name);
  return address.href;
}

/**
 * Opens further windows when the button is pressed. A workbook that is not shared yet is first kept under a new name, under
 * which this window and the further one open it.
 *
 * @param keep keeps the workbook; resolves with the reason if the browser refuses
 */
export function openSharedWindows(
  shell: Shell,
  currentName: string | null,
  keep: (name: string) => Promise<string | null>,
): void {
  const share = async (): Promise<void> => {
    if (currentName !== null) {
      window.open(location.href);
      return;
    }
    const name = crypto.randomUUID();
    const problem = await keep(name);
    if (problem !== null) {
      shell.showNotice(`This workbook cannot be shared: this browser keeps nothing for this page (${problem}).`);
      return;
    }
    window.open(addressOf(name));
    location.assign(addressOf(name));
  };
  shell.shareButton.addEventListener('click', () => void share());
}
