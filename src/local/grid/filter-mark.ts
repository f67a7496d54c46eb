/**
 * A column of a table that is filtered has a funnel in its header, as in Excel; Univer draws the same arrow for all.
 */
import { Injector } from '@univerjs/core';

/** Univer's states of a column's button that mean a filter, with or without a sort. */
const FILTERED: ReadonlySet<unknown> = new Set([1, 2, 3]);

/** The drawing of a button, made anew whenever a filter changes. */
interface FilterButton {
  _drawChevron(context: CanvasRenderingContext2D, color: string): void;
}

type Create = (this: Injector, type: unknown, ...args: unknown[]) => unknown;

/** To be called before the grid is made. */
export function markFilteredColumns(): void {
  const prototype = Injector.prototype as unknown as { createInstance: Create };
  const create = prototype.createInstance;
  prototype.createInstance = function createWithMark(this: Injector, type, ...args) {
    const made = create.call(this, type, ...args);
    const { filterParams } = (args[1] ?? {}) as { readonly filterParams?: { readonly buttonState?: unknown } };
    if (filterParams !== undefined && FILTERED.has(filterParams.buttonState) && isButton(made)) {
      made._drawChevron = drawFunnel;
    }
    return made;
  };
}

function isButton(made: unknown): made is FilterButton {
  return typeof (made as Partial<FilterButton>)._drawChevron === 'function';
}

/** In the 16 by 16 of the button. */
function drawFunnel(context: CanvasRenderingContext2D, color: string): void {
  context.save();
  context.fillStyle = color;
  context.beginPath();
  context.moveTo(2, 2.5);
  context.lineTo(14, 2.5);
  context.lineTo(9.5, 8.5);
  context.lineTo(9.5, 12);
  context.lineTo(6.5, 14);
  context.lineTo(6.5, 8.5);
  context.closePath();
  context.fill();
  context.restore();
}
