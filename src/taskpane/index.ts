import { followTheme } from './host-theme';
import type * as ShowPane from './show-pane';
import './tokens.css';
import './page.css';

/** What Office says when it is ready; `addin` is there in a shared runtime, and missing from the published types. */
interface ReadyInfo {
  host: unknown;
  addin?: { visibilityMode?: string };
}

/** The messages that stand ready in the page, for when there is no pane to show. */
type MessageId = 'outside-excel' | 'no-office' | 'no-pane';

/** An element that the page is known to have. */
function element(id: MessageId | 'pane' | 'open-again'): HTMLElement {
  const found = document.getElementById(id);
  if (!found) {
    throw new Error(`taskpane.html has no element "${id}".`);
  }
  return found;
}

function showMessage(id: MessageId): void {
  element('pane').hidden = true;
  element(id).hidden = false;
}

/** Fetches the pane's own script, unless it has been fetched. */
function fetchPane(): Promise<typeof ShowPane> {
  return import(/* webpackChunkName: "pane" */ './show-pane');
}

/** Fetches the pane's own script and shows the pane; on a failure the page offers to try again. */
async function openPane(): Promise<void> {
  try {
    const { showPane } = await fetchPane();
    showPane(element('pane'));
  } catch (error) {
    console.error(error);
    showMessage('no-pane');
  }
}

/** Resolves when the page is first on the screen. */
function onScreen(): Promise<void> {
  return new Promise((resolve) => {
    new IntersectionObserver((entries, observer) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        observer.disconnect();
        resolve();
      }
    }).observe(document.documentElement);
  });
}

/**
 * Resolves when the pane is first shown, so that a runtime started by a formula never pays for it. That the page is on
 * the screen, the pointer and the focus tell it too: the pane may have been shown in the moment before Office took the
 * listener, and to load it for nothing costs less than to show nothing.
 */
function shown(): Promise<void> {
  return new Promise((resolve) => {
    const once = { once: true };
    void onScreen().then(resolve);
    window.addEventListener('pointermove', () => resolve(), once);
    window.addEventListener('focusin', () => resolve(), once);
    Office.addin
      .onVisibilityModeChanged(({ visibilityMode }) => {
        if (visibilityMode === Office.VisibilityMode.taskpane) {
          resolve();
        }
      })
      .catch((error: unknown) => {
        console.error(error);
        resolve();
      });
  });
}

/** Shows the pane with the explanation of the active cell; it says itself what goes wrong. */
async function explainCell(event?: Office.AddinCommands.Event): Promise<void> {
  try {
    await Office.addin.showAsTaskpane();
    const { askForView } = await fetchPane();
    askForView('explain');
  } catch (error) {
    console.error(error);
  }
  event?.completed();
}

/** What the add-in does at a key: `assets/shortcuts.json` names the action and its default key. Older versions of Excel have no actions. */
function associateActions(): void {
  Office.actions?.associate('EXPLAINCELL', (event?: Office.AddinCommands.Event) => void explainCell(event));
}

async function start(): Promise<void> {
  element('open-again').addEventListener('click', () => {
    element('no-pane').hidden = true;
    element('pane').hidden = false;
    void openPane();
  });
  if (typeof Office === 'undefined') {
    return showMessage('no-office');
  }

  let isOutside = false;
  // Office takes its time to get ready. If this fails, the pane is fetched again when it is opened, which tells.
  void onScreen()
    .then(() => (isOutside ? null : fetchPane()))
    .catch(() => null);
  const info: ReadyInfo = await Office.onReady();
  if (!info.host) {
    isOutside = true;
    return showMessage('outside-excel');
  }
  associateActions();
  followTheme();
  if (info.addin?.visibilityMode === 'Hidden') {
    await shown();
  }
  await openPane();
}

void start();
