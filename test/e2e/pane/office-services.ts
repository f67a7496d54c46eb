import type { PaneServices } from '../../../src/taskpane/contract/services';
import { MemoryServices } from './memory-services';
import { loadedWorkbook } from './workbooks';

/** Stands in for the services of Excel if only the start of the page is tried. */
export function officeServices(): PaneServices {
  return new MemoryServices(loadedWorkbook());
}
