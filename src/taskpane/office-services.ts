import { PaneFailure, type PaneServices } from './services';

/** The workbook behind the pane. */
export function officeServices(): PaneServices {
  throw new PaneFailure('The pane has no workbook.', 'The service of this build is missing.', 'Build again.');
}
