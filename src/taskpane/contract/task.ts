/** How far a long action is. */
export type Step =
  /** Excel refuses until the user leaves the cell; the action goes on by itself afterwards. */
  | { kind: 'waiting-for-cell-edit' }
  | { kind: 'reading' }
  /** `done` of `total` rows. */
  | { kind: 'writing'; done: number; total: number }
  /** `done` of `total` cells. */
  | { kind: 'recalculating'; done: number; total: number };

/** Hears of each step of a long action. */
export type Progress = (step: Step) => void;

/** Something the user asked for that takes time. */
export interface Task {
  /** What is going on, while it does: `Recalculating…` */
  doing: string;
  /** Does it; the text says what came of it, null if the result speaks for itself. */
  work(progress: Progress, cancel: AbortSignal): Promise<string | null>;
  /** It writes tables: who closes the tab in the middle of it is asked whether that is meant. */
  isLoad?: boolean;
  /** What a cancelled run leaves behind. Without it, the task cannot be cancelled. */
  cancelled?: string;
}
