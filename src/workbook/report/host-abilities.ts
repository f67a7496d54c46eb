import { hasDataTypes } from '../host/data-types';

/** What this Excel can do of what a report would like. */
export interface HostAbilities {
  /** Results of functions show the number formats that they carry. */
  readonly hasDataTypes: boolean;
  /** Whether it has a version of ExcelApi, such as `1.9`. */
  has(version: string): boolean;
}

/** Asks the host. */
export async function hostAbilities(): Promise<HostAbilities> {
  return {
    hasDataTypes: await hasDataTypes(),
    has: (version) => Office.context.requirements.isSetSupported('ExcelApi', version),
  };
}
