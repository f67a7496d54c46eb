/**
 * The task pane: shown and hidden, wider and narrower.
 */
import type { PaneControl, RuntimeState } from '../model/host';
import type { LandmarkFocus } from './landmarks';
import type { Shell } from './shell';

const NARROWEST_PX = 320;
const INITIAL_PX = 350;
const KEY_STEP_PX = 16;
const LEAST_GRID_PX = 240;

/** Steers the pane and tells when it is shown or hidden. */
export class Pane implements PaneControl {
  private current: RuntimeState = 'Background';
  private width = INITIAL_PX;

  constructor(
    private readonly shell: Shell,
    private readonly onChange: (state: RuntimeState) => void,
    private readonly focus: LandmarkFocus,
  ) {
    shell.paneButton.addEventListener('click', () => (this.current === 'Visible' ? this.leave() : this.enter()));
    shell.closePaneButton.addEventListener('click', () => this.leave());
    shell.separator.addEventListener('keydown', (event) => this.resizeByKey(event));
    shell.separator.addEventListener('pointerdown', (event) => this.resizeByPointer(event));
    this.setWidth(INITIAL_PX);
    this.show();
  }

  state(): RuntimeState {
    return this.current;
  }

  setState(state: RuntimeState): void {
    if (state !== this.current) {
      this.current = state;
      this.show();
      this.onChange(state);
    }
  }

  /** Shows the pane, and takes the keyboard into it. */
  enter(): void {
    this.setState('Visible');
    this.focus.focusPane();
  }

  /** Hides the pane, and takes the keyboard back to the cell where it came from. */
  private leave(): void {
    this.setState('Background');
    this.focus.focusGrid();
  }

  private show(): void {
    const isVisible = this.current === 'Visible';
    // Not display: none, which would keep the add-in's page from running.
    this.shell.pane.classList.toggle('is-hidden', !isVisible);
    this.shell.pane.inert = !isVisible;
    this.shell.separator.hidden = !isVisible;
    this.shell.paneButton.setAttribute('aria-expanded', String(isVisible));
    window.dispatchEvent(new Event('resize'));
  }

  private setWidth(width: number): void {
    const widest = Math.max(NARROWEST_PX, window.innerWidth - LEAST_GRID_PX);
    this.width = Math.round(Math.min(widest, Math.max(NARROWEST_PX, width)));
    document.documentElement.style.setProperty('--pane-width', `${this.width}px`);
    this.shell.separator.setAttribute('aria-valuenow', String(this.width));
    this.shell.separator.setAttribute('aria-valuemin', String(NARROWEST_PX));
    this.shell.separator.setAttribute('aria-valuemax', String(widest));
    window.dispatchEvent(new Event('resize'));
  }

  private resizeByKey(event: KeyboardEvent): void {
    const step = event.key === 'ArrowLeft' ? KEY_STEP_PX : event.key === 'ArrowRight' ? -KEY_STEP_PX : 0;
    if (step !== 0) {
      event.preventDefault();
      this.setWidth(this.width + step);
    }
  }

  private resizeByPointer(down: PointerEvent): void {
    const { separator, pane } = this.shell;
    const right = pane.getBoundingClientRect().right;
    separator.setPointerCapture(down.pointerId);
    const move = (event: PointerEvent): void => this.setWidth(right - event.clientX);
    separator.addEventListener('pointermove', move);
    separator.addEventListener('lostpointercapture', () => separator.removeEventListener('pointermove', move), {
      once: true,
    });
  }
}
