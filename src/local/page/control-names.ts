/**
 * Names and roles for the controls around the grid, which Univer draws as pictures: without them a screen reader says "button", and
 * the keyboard passes some by.
 */

/** What Univer's commands do, as Excel calls it. */
const COMMANDS: Readonly<Record<string, string>> = {
  'univer.command.undo': 'Undo',
  'univer.command.redo': 'Redo',
  'sheet.command.set-once-format-painter': 'Format painter',
  'sheet.command.clear-selection-all': 'Clear all',
  'sheet.command.set-range-font-family': 'Font',
  'sheet.command.set-range-fontsize': 'Font size',
  'sheet.command.set-range-font-increase': 'Increase font size',
  'sheet.command.set-range-font-decrease': 'Decrease font size',
  'sheet.command.set-range-bold': 'Bold',
  'sheet.command.set-range-italic': 'Italic',
  'sheet.command.set-range-underline': 'Underline',
  'sheet.command.set-range-stroke': 'Strikethrough',
  'sheet.command.set-range-text-color': 'Font colour',
  'sheet.command.set-background-color': 'Fill colour',
  'sheet.command.set-border-basic': 'Borders',
  'sheet.command.set-horizontal-text-align': 'Horizontal alignment',
  'sheet.command.set-vertical-text-align': 'Vertical alignment',
  'sheet.command.set-text-wrap': 'Wrap text',
  'sheet.command.set-text-rotation': 'Text rotation',
  'sheet.command.add-worksheet-merge': 'Merge cells',
  'sheet.operation.open.numfmt.panel': 'Number format',
  'sheet.command.numfmt.set.percent': 'Percentage',
  'sheet.command.numfmt.set.currency': 'Currency',
  'sheet.command.numfmt.add.decimal.command': 'Increase decimals',
  'sheet.command.numfmt.subtract.decimal.command': 'Decrease decimals',
  'sheet.command.add-range-protection-from-toolbar': 'Protect',
  'base-ui.operation.toggle-shortcut-panel': 'Keyboard shortcuts',
  'sheet.operation.open-table-selector': 'Insert table',
  'sheet.command.toggle-gridlines': 'Gridlines',
};

/** Controls that carry no command, in the order of the page. */
const PLACES: readonly (readonly [selector: string, ...names: string[]])[] = [
  ['[data-u-comp="defined-name"] input', 'Name box'],
  ['[data-u-comp="defined-name"] a', 'Defined names'],
  [
    'footer:has([role="tablist"]) [data-u-comp$="sheet-bar-append-button"]',
    'New sheet',
    'All sheets',
    'Scroll the tabs to the left',
    'Scroll the tabs to the right',
  ],
  [
    'footer:has([role="tablist"]) :is([data-u-comp="button"], [data-u-comp="keyboard-button"]):not([aria-haspopup])',
    'Zoom out',
    'Zoom in',
  ],
  ['[data-u-comp="headerbar"] button:not([data-u-command])', 'More commands'],
  ['[data-u-comp="sidebar"] header button', 'Close sidebar'],
  ['#grid button.univer-size-4', 'Stop calculating'],
  ['[data-u-comp="rect-popup"]', 'About the cell'],
];

/** Univer gives the focus from these back to the grid at once, so that nobody could press them by keyboard. */
const GIVES_FOCUS_BACK = '[data-u-comp="button"], [data-u-comp="sheet-bar-append-button"]';

/** What the mouse cannot press at the moment. */
const OUT_OF_USE = '.univer-pointer-events-none';

/**
 * Names what Univer has drawn, now and whenever it draws something anew; its lists and cards are beside the grid's element.
 *
 * @param focusGrid takes the keyboard back to the grid
 */
export function nameControls(root: HTMLElement, focusGrid: () => void): void {
  let isAsked = false;
  const observer = new MutationObserver(() => {
    if (!isAsked) {
      isAsked = true;
      requestAnimationFrame(() => {
        isAsked = false;
        nameAll(root);
      });
    }
  });
  observer.observe(root, { subtree: true, childList: true, attributeFilter: ['aria-expanded', 'tabindex', 'class'] });
  root.addEventListener('keydown', pressByKey);
  root.addEventListener('click', (event) => {
    // By mouse, what is typed next goes to the grid, as Univer had it.
    if (event.detail > 0 && (event.target as Element).closest('[data-u-comp^="keyboard-"]') !== null) {
      focusGrid();
    }
  });
  nameAll(root);
}

function nameAll(root: HTMLElement): void {
  for (const control of root.querySelectorAll<HTMLElement>('[data-u-command]')) {
    nameCommand(control);
  }
  for (const trigger of root.querySelectorAll<HTMLElement>(
    ':is(div, a):is([type="button"], [data-slot="dropdown-menu-trigger"])',
  )) {
    makeButton(trigger);
  }
  for (const [selector, ...names] of PLACES) {
    root
      .querySelectorAll(selector)
      .forEach((control, at) => set(control, 'aria-label', names[at] ?? names.at(-1) ?? ''));
  }
  for (const canvas of root.querySelectorAll('canvas[tabindex]')) {
    set(canvas, 'tabindex', '-1');
  }
  nameEditors(root);
  nameZoom(root);
  nameOpened(root);
  for (const control of root.querySelectorAll(GIVES_FOCUS_BACK)) {
    set(control, 'data-u-comp', `keyboard-${control.getAttribute('data-u-comp') ?? ''}`);
  }
  for (const sidebar of root.querySelectorAll<HTMLElement>(
    'aside:has(> [data-u-comp="sidebar"]), [data-u-comp="sidebar"]',
  )) {
    // Out of sight it is no stop: the browser would scroll to it, and the grid with it.
    sidebar.inert = sidebar.offsetWidth === 0 || sidebar.offsetHeight === 0;
  }
  root.querySelectorAll('section[aria-label^="Notifications"]').forEach((section, at) => {
    if (at > 0) {
      set(section, 'aria-label', `Notifications ${at + 1}`);
    }
  });
}

function nameCommand(control: HTMLElement): void {
  const command = control.dataset['uCommand'] ?? '';
  const name = COMMANDS[command] ?? nameOfCommand(command);
  if (control.matches('button')) {
    if (control.textContent === '') {
      set(control, 'aria-label', name);
    }
    return;
  }
  if (control.parentElement?.closest('[type="button"]')) {
    return;
  }
  const field = control.querySelector('input');
  if (field !== null) {
    set(field, 'aria-label', name);
    // A field within is what the keyboard stops at; the box around it is no button.
    drop(control, 'aria-expanded', 'aria-haspopup');
    return;
  }
  const [main, choice] = control.matches('[type="button"]')
    ? [null, control]
    : [control.firstElementChild as HTMLElement | null, control.querySelector<HTMLElement>('[type="button"]')];
  if (choice !== null && choice.textContent === '') {
    set(choice, 'aria-label', main === null || main === choice ? name : `${name}: choose`);
  }
  if (main !== null && main !== choice && !main.contains(choice)) {
    set(main, 'role', 'button');
    set(main, 'tabindex', '0');
    set(main, 'aria-label', name);
  }
}

/** `formula-ui.operation.insert-function.common` is "common functions"; of any other the last words. */
function nameOfCommand(command: string): string {
  const last = command.split('.').at(-1)?.replace(/-/g, ' ') ?? '';
  return command.includes('insert-function') ? `Insert function: ${last}` : last;
}

/** What opens a list is drawn as a box that has all of a button but its role. */
function makeButton(trigger: HTMLElement): void {
  if (trigger.querySelector('input') !== null) {
    drop(trigger, 'aria-expanded', 'aria-haspopup');
    return;
  }
  if (trigger.querySelector('button') !== null) {
    drop(trigger, 'aria-expanded', 'aria-haspopup', 'type');
    return;
  }
  const inner =
    trigger.querySelector<HTMLElement>('[data-u-command]') ?? trigger.closest<HTMLElement>('[data-u-command]');
  set(trigger, 'role', 'button');
  set(trigger, 'tabindex', '0');
  if (inner?.matches(OUT_OF_USE)) {
    set(trigger, 'aria-disabled', 'true');
  } else {
    drop(trigger, 'aria-disabled');
  }
  const command = inner?.dataset['uCommand'] ?? '';
  const name = command === '' ? 'Choose' : `${COMMANDS[command] ?? nameOfCommand(command)}: choose`;
  if (trigger.textContent !== '') {
    // What it says is what is chosen; a name would hide it.
    drop(trigger, 'aria-label');
    set(trigger, 'title', name);
  } else if (!trigger.hasAttribute('aria-label')) {
    set(trigger, 'aria-label', name);
  }
}

/** The cell editor has the focus while the grid has it; the formula bar's is beside the name box. */
function nameEditors(root: HTMLElement): void {
  for (const holder of root.querySelectorAll('body > [id^="univer-doc-selection-container"]')) {
    set(holder, 'role', 'region');
    set(holder, 'aria-label', 'Formula bar');
  }
  for (const editor of root.querySelectorAll<HTMLElement>('[contenteditable="true"][data-u-comp="editor"]')) {
    set(editor, 'role', 'textbox');
    set(editor, 'aria-multiline', 'true');
    if (!editor.hasAttribute('aria-label')) {
      set(editor, 'aria-label', editor.id.includes('FORMULA') ? 'Formula bar' : 'Cell');
    }
  }
}

function nameZoom(root: HTMLElement): void {
  for (const track of root.querySelectorAll('[role="track"]')) {
    track.removeAttribute('role');
    // The mark of 100 %.
    const mark = track.querySelector('a');
    mark?.removeAttribute('role');
    mark?.setAttribute('aria-hidden', 'true');
  }
  for (const handle of root.querySelectorAll('[role="handle"]')) {
    handle.removeAttribute('role');
    // The buttons beside it do the same in steps.
    set(handle, 'aria-hidden', 'true');
    set(handle, 'tabindex', '-1');
  }
}

/** What opens over the page: cards, lists and palettes. */
function nameOpened(root: HTMLElement): void {
  for (const button of root.querySelectorAll('[data-u-comp="rect-popup"] button')) {
    if (button.textContent === '') {
      set(button, 'aria-label', 'Close');
    }
  }
  for (const color of root.querySelectorAll<HTMLElement>('button[style*="background-color"]:empty')) {
    set(color, 'aria-label', `Colour ${color.style.backgroundColor}`);
  }
  for (const popover of root.querySelectorAll('[data-slot="popover-content"][role="dialog"]')) {
    set(popover, 'aria-label', 'More commands');
  }
}

/** Enter and Space press what Univer listens for the mouse on; its own menus open by themselves. */
function pressByKey(event: KeyboardEvent): void {
  const { target } = event;
  const isPress = event.key === 'Enter' || event.key === ' ';
  if (!isPress || !(target instanceof HTMLElement) || !target.matches('[role="button"]:is(div, a)')) {
    return;
  }
  if (target.getAttribute('aria-disabled') === 'true') {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  if (target.dataset['slot'] !== 'dropdown-menu-trigger') {
    event.preventDefault();
    target.click();
  }
}

/** Only if it differs: each change of an attribute is looked at again. */
function set(element: Element, attribute: string, value: string): void {
  if (element.getAttribute(attribute) !== value) {
    element.setAttribute(attribute, value);
  }
}

function drop(element: Element, ...attributes: readonly string[]): void {
  for (const attribute of attributes) {
    element.removeAttribute(attribute);
  }
}
