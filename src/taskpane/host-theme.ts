/** The two looks of the pane; high contrast is left to the browser's forced colours. */
export type Theme = 'light' | 'dark';

/** The part of Office's theme that tells light from dark; older hosts lack `isDarkTheme`, some have no theme at all. */
export interface OfficeThemeHint {
  isDarkTheme?: boolean;
  bodyBackgroundColor?: string;
}

/** Office's theme if it says something, else what the system prefers. */
export function themeOf(office: OfficeThemeHint | undefined, systemIsDark: boolean): Theme {
  const dark = office?.isDarkTheme ?? isDarkColor(office?.bodyBackgroundColor) ?? systemIsDark;
  return dark ? 'dark' : 'light';
}

/** Whether a colour such as `#1F1F1F` is dark by its perceived brightness; undefined if it is not such a colour. */
function isDarkColor(color: string | undefined): boolean | undefined {
  const parts = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color ?? '');
  if (!parts) {
    return undefined;
  }
  const [red, green, blue] = parts.slice(1).map((part) => parseInt(part, 16)) as [number, number, number];
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

/**
 * Keeps the page in the host's theme. Office announces no change of theme in Excel and its value may be stale, so it
 * is read again whenever the page is shown or gets the focus.
 */
export function followTheme(): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => {
    const office = typeof Office === 'undefined' ? undefined : Office.context?.officeTheme;
    document.documentElement.dataset.theme = themeOf(office, system.matches);
  };
  system.addEventListener('change', apply);
  document.addEventListener('visibilitychange', apply);
  window.addEventListener('focus', apply);
  apply();
}
