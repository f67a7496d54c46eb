import { attributesOf, type Attributes } from '../xml/attributes';
import { scanHeldEntry } from '../xml/scan-entry';
import type { Zip, ZipEntry } from '../zip/zip';

/** The order in which cells count the theme's colours, other than that in which the theme lists them. */
const THEME_ORDER = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];

/** The colours of a theme, in the order in which cells count them. */
export async function readTheme(zip: Zip, entry: ZipEntry): Promise<readonly string[]> {
  const colors = new Map<string, string>();
  let slot: string | null = null;
  await scanHeldEntry(zip, entry, {
    open(name, raw) {
      if (THEME_ORDER.includes(name)) {
        slot = name;
      } else if (slot !== null && !colors.has(slot) && (name === 'srgbClr' || name === 'sysClr')) {
        const attributes = attributesOf(raw);
        colors.set(slot, attributes.get('lastClr') ?? attributes.get('val') ?? '');
      }
    },
    close(name) {
      slot = name === slot ? null : slot;
    },
  });
  return THEME_ORDER.map((name) => colors.get(name) ?? '');
}

/**
 * A colour as `#RRGGBB`, as a file states it or as a place in its theme, made lighter or darker; '' for the usual colour and
 * for what cannot be told.
 */
export function readColor(attributes: Attributes, theme: readonly string[]): string {
  const stated = attributes.get('rgb')?.slice(-6) ?? theme[Number(attributes.get('theme') ?? -1)] ?? '';
  if (!/^[0-9a-f]{6}$/i.test(stated)) {
    return '';
  }
  const tint = Number(attributes.get('tint') ?? 0);
  return `#${tint >= -1 && tint <= 1 && tint !== 0 ? tinted(stated, tint) : stated}`.toUpperCase();
}

function tinted(hex: string, tint: number): string {
  const channels = [0, 2, 4].map((start) => parseInt(hex.slice(start, start + 2), 16));
  const shifted = channels.map((channel) =>
    Math.round(tint < 0 ? channel * (1 + tint) : channel + (255 - channel) * tint),
  );
  return shifted.map((channel) => channel.toString(16).padStart(2, '0')).join('');
}
