/**
 * The page around the grid: the bar on top, the task pane beside, the status line below.
 */
import type { RibbonButton } from './manifest';

function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) {
    throw new Error(`The page has no ${type.name} "${id}".`);
  }
  return found;
}

/** The parts of `local.html`. */
export class Shell {
  readonly bar = element('bar', HTMLElement);
  readonly frameHolder = element('pane-frame', HTMLElement);
  readonly pane = element('pane', HTMLElement);
  readonly separator = element('pane-separator', HTMLElement);
  readonly paneButton = element('pane-button', HTMLButtonElement);
  readonly closePaneButton = element('pane-close', HTMLButtonElement);
  readonly paneTitle = element('pane-title', HTMLElement);
  readonly shareButton = element('share', HTMLButtonElement);
  readonly grid = element('grid', HTMLElement);
  readonly newWorkbookButton = element('new-workbook', HTMLButtonElement);
  readonly openButton = element('open-workbook', HTMLButtonElement);
  readonly earlierButton = element('earlier-workbooks', HTMLButtonElement);
  readonly printButton = element('print-sheet', HTMLButtonElement);
  readonly saveButton = element('save-workbook', HTMLButtonElement);
  readonly filePicker = element('file-picker', HTMLInputElement);
  readonly status = element('status', HTMLElement);
  readonly statusCell = element('status-cell', HTMLElement);
  readonly statusMessage = element('status-message', HTMLElement);
  readonly notice = element('notice', HTMLElement);
  readonly closeNoticeButton = element('notice-close', HTMLButtonElement);
  private readonly noticeText = element('notice-text', HTMLElement);
  private readonly statusSharing = element('status-sharing', HTMLElement);

  constructor() {
    this.closeNoticeButton.addEventListener('click', () => this.hideNotice());
  }

  /** Labels the button that shows and hides the pane as the manifest says. */
  labelPaneButton(button: RibbonButton, paneTitle: string): void {
    this.paneButton.textContent = '';
    if (button.iconUrl) {
      const icon = document.createElement('img');
      icon.src = new URL(button.iconUrl, location.href).href;
      icon.alt = '';
      icon.width = 20;
      icon.height = 20;
      this.paneButton.append(icon);
    }
    this.paneButton.append(button.label);
    this.paneButton.title = button.tip;
    this.paneButton.hidden = false;
    this.paneTitle.textContent = paneTitle;
  }

  /** Asks a question that is answered by a button; no, if the user closes it. */
  async ask(title: string, text: string, yes: string): Promise<boolean> {
    const dialog = element('question', HTMLDialogElement);
    const yesButton = element('question-yes', HTMLButtonElement);
    element('question-title', HTMLElement).textContent = title;
    element('question-text', HTMLElement).textContent = text;
    yesButton.textContent = yes;
    dialog.returnValue = '';
    yesButton.onclick = () => dialog.close('yes');
    element('question-no', HTMLButtonElement).onclick = () => dialog.close();
    dialog.showModal();
    await new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }));
    return dialog.returnValue === 'yes';
  }

  /** Lets the user choose one of the workbooks that were put away; null if she closes the list. */
  async chooseEarlier<T extends { readonly label: string }>(earlier: readonly T[]): Promise<T | null> {
    const dialog = element('earlier', HTMLDialogElement);
    const list = element('earlier-list', HTMLUListElement);
    element('earlier-none', HTMLElement).hidden = earlier.length > 0;
    let chosen: T | null = null;
    list.replaceChildren(
      ...earlier.map((workbook) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'button';
        button.textContent = workbook.label;
        button.onclick = () => {
          chosen = workbook;
          dialog.close();
        };
        const item = document.createElement('li');
        item.append(button);
        return item;
      }),
    );
    element('earlier-close', HTMLButtonElement).onclick = () => dialog.close();
    dialog.showModal();
    await new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }));
    return chosen;
  }

  /** Shows a line that concerns the whole page. */
  showNotice(text: string): void {
    // What is hidden has no voice: it is said if it comes into what is shown.
    this.notice.hidden = false;
    this.noticeText.textContent = text;
  }

  /** Shows what the user has to know, sentence by sentence, below what she has been told of it. */
  showSentences(sentences: readonly string[]): void {
    if (sentences.length > 0) {
      const list = this.noticeText.querySelector('ul') ?? document.createElement('ul');
      const items = sentences.map((sentence) => {
        const item = document.createElement('li');
        item.textContent = sentence;
        return item;
      });
      list.append(...items);
      this.notice.hidden = false;
      this.noticeText.replaceChildren(list);
    }
  }

  /** Says in the status line how the sharing of the workbook goes. */
  showSharing(text: string): void {
    this.statusSharing.textContent = text;
  }

  /** Takes the line away: the user has gone on, or has read it. */
  hideNotice(): void {
    this.notice.hidden = true;
    this.noticeText.replaceChildren();
  }
}
