/** One measure of the bench. Times differ from machine to machine, so only ratios of two things run side by side are told. */
export interface BenchLine {
  /** What is compared with what. */
  readonly what: string;
  /** The first over the second, for example `1.04`. */
  readonly ratio: string;
  /** For example `1.10 or less`. */
  readonly aim: string;
}
