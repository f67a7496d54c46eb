import type { OutOfStep } from '../../workbook/recalculation/in-step';

export type { OutOfStep };

/** Whether the cells show what the tables give. */
export interface StepServices {
  /** Null where nothing is known to be out of step. */
  current(): OutOfStep | null;
  /** Returns the way to stop listening. */
  onChange(listener: () => void): () => void;
  /** Compares a few saved values with what the tables give; never rejects, writes nothing. */
  check(): Promise<void>;
}
