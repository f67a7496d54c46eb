import { officeServices } from './office-services';
import { mountPane } from './workspace/pane';

export { askForView } from './workspace/asked-view';

/** The pane on the workbook it belongs to; the script that loads when the pane is first shown starts here. */
export function showPane(root: HTMLElement): void {
  mountPane(root, officeServices());
}
