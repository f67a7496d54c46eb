import type { Decimals, Numbers } from '../file/row-batch';
import { roomForDecimals } from './decimals';

/**
 * Memory for what is read of a column, one page after another: to fetch new memory for each, and to collect it, is a tenth of the time
 * of a file. What lies in it is valid until it is asked for again.
 */
export class PageMemory {
  private bytes = new Uint8Array(0);
  private indices: Numbers = new Uint8Array(0);
  private decimals = roomForDecimals(0);

  /** For a page unpacked. */
  ofSize(size: number): Uint8Array {
    if (this.bytes.length < size) {
      this.bytes = new Uint8Array(size);
    }
    return this.bytes.subarray(0, size);
  }

  /** For so many numbers of so many bits. */
  ofIndices(bits: number, count: number): Numbers {
    const Kind = bits <= 8 ? Uint8Array : bits <= 16 ? Uint16Array : Uint32Array;
    if (!(this.indices instanceof Kind && this.indices.length >= count)) {
      this.indices = new Kind(count);
    }
    return this.indices.subarray(0, count);
  }

  /** For the numbers of so many rows. */
  ofNumbers(count: number): Decimals {
    if (this.decimals.unscaled.length < count) {
      this.decimals = roomForDecimals(count);
    }
    return { unscaled: this.decimals.unscaled.subarray(0, count), scales: this.decimals.scales.subarray(0, count) };
  }
}
