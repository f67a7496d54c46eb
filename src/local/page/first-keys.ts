/**
 * The grid takes no keys before it is drawn: of what was typed until then, only the end would arrive.
 */

/** What ends a text that is typed. */
const ENDS: ReadonlySet<string> = new Set(['Enter', 'Escape', 'Tab', 'F6']);

/** What takes keys for itself. */
const CONTROLS = 'button, input, select, textarea, [role="button"], [role="tab"], #pane *, dialog *';

/** Whether a key goes to no control of the page: to nothing yet, or to Univer's editor, which has the focus before it can be used. */
function isForGrid(target: EventTarget | null): boolean {
  return !(target instanceof Element && target.matches(CONTROLS));
}

/** Keeps keys from the grid from now on; it is opened once it is drawn. */
export class FirstKeys {
  private isDrawn = false;
  /** The user is typing what was begun too early; she may go on with it when the grid is open. */
  private isTooEarly = false;

  constructor() {
    window.addEventListener('keydown', this.hear, true);
    window.addEventListener('pointerdown', this.click, true);
  }

  /** The grid is drawn. */
  open(): void {
    this.isDrawn = true;
    this.endIfDone();
  }

  private readonly hear = (event: KeyboardEvent): void => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || !isForGrid(event.target)) {
      return;
    }
    // Other keys have longer names, such as Shift.
    this.isTooEarly ||= key.length === 1;
    if (this.isTooEarly && key !== 'F6') {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    this.isTooEarly &&= !ENDS.has(key);
    this.endIfDone();
  };

  private readonly click = (): void => {
    this.isTooEarly = false;
    this.endIfDone();
  };

  private endIfDone(): void {
    if (this.isDrawn && !this.isTooEarly) {
      window.removeEventListener('keydown', this.hear, true);
      window.removeEventListener('pointerdown', this.click, true);
    }
  }
}
