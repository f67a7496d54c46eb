/**
 * Colours that were chosen for white paper, on another ground.
 */
const LEAST_CONTRAST = 4.5;
const STEPS = 10;

function channels(color: string): [number, number, number] {
  const value = Number.parseInt(color.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function luminance(color: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = color.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: readonly number[], b: readonly number[]): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** The colour, made lighter or darker until it can be read on a ground; both are `#RRGGBB`. */
export function readableColor(color: string, ground: string): string {
  const own = channels(color);
  const behind = channels(ground);
  const target = luminance(behind) < 0.4 ? 255 : 0;
  for (let step = 0; step <= STEPS; step += 1) {
    const mixed = own.map((channel) => Math.round(channel + ((target - channel) * step) / STEPS));
    if (contrast(mixed, behind) >= LEAST_CONTRAST) {
      return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
    }
  }
  return target === 255 ? '#FFFFFF' : '#000000';
}
