/**
 * The page around the grid: the bar on top, the task pane beside, the status line below.
 */
import type { RibbonButton } from '../addin/manifest';

function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) {
    throw new Error(`The page has no ${type.name} "${id}".`);
  }
  return found;
}

/** The parts of `local.html`. */
export class Shell {
  public readonly frameHolder = element('pane-frame', HTMLElement);
  public readonly pane = element('pane', HTMLElement);
  public readonly separator = element('pane-separator', HTMLElement);
  public readonly paneButton = element('pane-button', HTMLButtonElement);
  public readonly closePaneButton = element('pane-close', HTMLButtonElement);
  public readonly paneTitle = element('pane-title', HTMLElement);
  public readonly shareButton = element('share', HTMLButtonElement);
  public readonly grid = element('grid', HTMLElement);
  public readonly newWorkbookButton = element('new-workbook', HTMLButtonElement);
  public readonly openButton = element('open-workbook', HTMLButtonElement);
  public readonly saveButton = element('save-workbook', HTMLButtonElement);
  public readonly filePicker = element('file-picker', HTMLInputElement);
  public readonly statusCell = element('status-cell', HTMLElement);
  public readonly statusMessage = element('status-message', HTMLElement);
  public readonly notice = element('notice', HTMLElement);

  /** Labels the button that shows and hides the pane as the manifest says. */
  public labelPaneButton(button: RibbonButton, paneTitle: string): void {
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

  /** Shows a line that concerns the whole page. */
  public showNotice(text: string): void {
    this.notice.textContent = text;
    this.notice.hidden = false;
  }

  /** Takes the line away: the user has gone on. */
  public hideNotice(): void {
    this.notice.hidden = true;
  }
}
