/**
 * `Office.context.document.settings`, kept with the workbook.
 */
import type { Settings } from '../../protocol/method-calls';

/** Names with JSON texts, in the order in which the add-in saved them. */
export class DocumentSettings implements Settings {
  constructor(
    private settings: readonly (readonly [name: string, json: string])[],
    private readonly onChange: () => void,
  ) {}

  list(): readonly (readonly [name: string, json: string])[] {
    return this.settings;
  }

  /** Takes over what another window saved. */
  adopt(settings: readonly (readonly [name: string, json: string])[]): void {
    this.settings = settings;
  }

  /** Office.js always saves all settings together. */
  replace(settings: readonly (readonly [name: string, json: string])[]): void {
    this.settings = settings;
    this.onChange();
  }
}
