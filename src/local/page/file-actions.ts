/**
 * Save and open by the buttons above the grid, and by a file dropped on the grid.
 */
import type { WorkbookFiles } from '../files/workbook-files';
import type { Shell } from './shell';

const FILE_NAME = 'Workbook.xlsx';
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const DROP_CLASS = 'is-drop-target';

function download(bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type: XLSX_TYPE }));
  const link = document.createElement('a');
  link.href = url;
  link.download = FILE_NAME;
  link.click();
  URL.revokeObjectURL(url);
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** Connects the page's buttons and the grid with the files. */
export class FileActions {
  private isBusy = false;

  constructor(
    private readonly shell: Shell,
    private readonly files: WorkbookFiles,
    private readonly mayReplace: () => Promise<boolean>,
  ) {
    shell.saveButton.addEventListener('click', () => void this.run('saved', async () => download(await files.save())));
    shell.openButton.addEventListener('click', () => shell.filePicker.click());
    shell.filePicker.addEventListener('change', () => {
      const file = shell.filePicker.files?.[0];
      // The same file can be chosen again.
      shell.filePicker.value = '';
      this.open(file);
    });
    this.watchDrops();
  }

  private open(file: File | undefined): void {
    if (file) {
      void this.run('opened', async () =>
        this.files.open(new Uint8Array(await file.arrayBuffer()), () => this.mayReplace()),
      );
    }
  }

  private async run(what: string, action: () => Promise<void>): Promise<void> {
    if (this.isBusy) {
      return;
    }
    this.isBusy = true;
    this.shell.hideNotice();
    try {
      await action();
    } catch (error) {
      this.shell.showNotice(`The workbook was not ${what}. ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      this.isBusy = false;
    }
  }

  /** A file dropped beside the grid would take the browser away from the page. */
  private watchDrops(): void {
    const { grid } = this.shell;
    const isOnGrid = (event: DragEvent): boolean => event.target instanceof Node && grid.contains(event.target);
    window.addEventListener('dragover', (event) => {
      if (carriesFiles(event)) {
        event.preventDefault();
        grid.classList.toggle(DROP_CLASS, isOnGrid(event));
      }
    });
    window.addEventListener('dragleave', (event) => {
      if (event.relatedTarget === null) {
        grid.classList.remove(DROP_CLASS);
      }
    });
    window.addEventListener(
      'drop',
      (event) => {
        grid.classList.remove(DROP_CLASS);
        if (carriesFiles(event)) {
          event.preventDefault();
          if (isOnGrid(event)) {
            event.stopPropagation();
            this.open(event.dataTransfer?.files[0]);
          }
        }
      },
      { capture: true },
    );
  }
}
