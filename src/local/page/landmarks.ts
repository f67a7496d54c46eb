/**
 * The parts of the page that F6 goes round, as in Excel: the bar above, a message, the formula bar, the grid, the sheets' tabs, the pane,
 * the line below. Shift goes back, and Ctrl does the same, which some browsers leave to the page where they keep F6.
 */
import type { Shell } from './shell';

/** A part of the page, and how the focus gets into it. */
interface Landmark {
  readonly place: Element | null;
  focus(): void;
}

/** How those parts take the focus that are not of this page's own making. */
export interface LandmarkFocus {
  focusGrid(): void;
  focusPane(): void;
}

/** Hears F6 wherever the focus is, but for the pane's own page, which tells by itself (`leavePane`). */
export class Landmarks {
  constructor(
    private readonly shell: Shell,
    private readonly others: LandmarkFocus,
  ) {
    window.addEventListener('keydown', this.hear, true);
  }

  /** The user has left the pane by keyboard: F6, or Tab beyond its last control. */
  leavePane(isBack: boolean): void {
    this.go(this.shell.pane, isBack);
  }

  private readonly hear = (event: KeyboardEvent): void => {
    if (event.key === 'F6' && !event.altKey && document.querySelector('dialog[open]') === null) {
      event.preventDefault();
      event.stopImmediatePropagation();
      this.go(document.activeElement, event.shiftKey);
    }
  };

  private go(from: Element | null, isBack: boolean): void {
    const landmarks = this.landmarks().filter(({ place }) => place !== null);
    const within = landmarks.map(({ place }) => place?.contains(from) === true);
    const grid = landmarks.findIndex(({ place }) => place === this.shell.grid);
    // The grid's element has the formula bar and the tabs in it.
    const inner = within.findIndex((isWithin, at) => isWithin && at !== grid);
    const current = inner < 0 ? grid : inner;
    landmarks[(current + (isBack ? landmarks.length - 1 : 1)) % landmarks.length]?.focus();
  }

  private landmarks(): Landmark[] {
    const { shell, others } = this;
    const firstIn = (place: Element | null, selector: string): Landmark => ({
      place,
      focus: () => place?.querySelector<HTMLElement>(selector)?.focus(),
    });
    const isPaneShown = !shell.pane.inert;
    const formulaBar = shell.grid.querySelector('[data-u-comp="formula-bar"]');
    const tabs = shell.grid.querySelector('footer:has([role="tablist"])');
    return [
      firstIn(shell.bar, 'button:not([hidden])'),
      { place: shell.notice.hidden ? null : shell.notice, focus: () => shell.closeNoticeButton.focus() },
      firstIn(formulaBar, 'input'),
      { place: shell.grid, focus: () => others.focusGrid() },
      firstIn(tabs, '[role="tab"][tabindex="0"]'),
      { place: isPaneShown ? shell.pane : null, focus: () => others.focusPane() },
      { place: shell.status, focus: () => shell.status.focus() },
    ];
  }
}
