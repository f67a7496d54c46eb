/**
 * The colours of charts: far enough apart in lightness to hold in grey print, and blue against orange, which the colour-blind tell
 * apart as well.
 */
export const COLORS = {
  dark: '#1F4E79',
  light: '#9DC3E6',
  warm: '#C55A11',
  grey: '#595959',
} as const;
