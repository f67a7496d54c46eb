import { messages } from '../../domain/messages/messages';
import { Problem } from '../../domain/messages/problem';

/** After this time what could not be fetched is tried again. */
const AGAIN_MS = 5_000;

/**
 * Code that few workbooks use. It is not in the script that every workbook loads, but in one of its own, which is fetched on
 * the first call that needs it.
 */
export class LateCode<Code> {
  private code: Code | null = null;
  private fetching: Promise<void> | null = null;
  private isTrying = false;

  /**
   * @param what it works out, as in "The part of AI Spend that works out rates of return could not be fetched."
   * @param load rejects if it cannot be had now
   */
  constructor(
    private readonly what: string,
    private readonly load: () => Promise<Code>,
  ) {}

  /** @throws CodeMissing until it has been fetched */
  get(): Code {
    if (this.code === null) {
      throw new CodeMissing(messages.codeMissing(this.what), this);
    }
    return this.code;
  }

  /** All who ask meanwhile wait for one fetch. Rejects if it fails; the next call begins another. */
  async fetch(): Promise<void> {
    if (this.code !== null) {
      return;
    }
    this.fetching ??= this.load()
      .then((code) => {
        this.code = code;
      })
      .finally(() => {
        this.fetching = null;
      });
    await this.fetching;
  }

  /** It could not be fetched: tries until it can be, and then calls `back`, once for all who have asked. */
  tryUntilFetched(back: () => void): void {
    if (this.isTrying) {
      return;
    }
    this.isTrying = true;
    const later = (): void => void setTimeout(() => void this.fetch().then(back, later), AGAIN_MS);
    later();
  }
}

/** Says what to do if the code cannot be fetched; until that is tried, it says that it is to be fetched. */
export class CodeMissing extends Problem {
  constructor(
    message: string,
    /** What is to be fetched. */
    readonly late: Pick<LateCode<unknown>, 'fetch' | 'tryUntilFetched'>,
  ) {
    super('#VALUE!', message);
  }
}
