import type { JSX } from 'preact';

/** What the file chooser offers first; other files can be chosen all the same, for a file is told by its content. */
const KNOWN_ENDINGS = '.csv,.tsv,.txt,.xlsx,.xlsm,.json,.jsonl,.ndjson,.parquet,.zip,.gz';

interface FileStepProps {
  /** What was chosen, with its size or the like; null before. */
  chosen: { name: string; detail: string } | null;
  /** Several are one bill. */
  onFiles(files: readonly File[]): void;
}

/** The way in for a file. It stays in its place from the first step to the last, and keeps the focus. */
export function FileStep({ chosen, onFiles }: FileStepProps): JSX.Element {
  return (
    <div class={chosen ? 'import-file chosen' : 'import-file'}>
      <div class="import-file-name">
        <span class={chosen ? 'unseen' : 'import-file-label'} id="import-file-label">
          File
        </span>
        {chosen ? (
          <>
            <b>{chosen.name}</b> <span class="hint">{chosen.detail}</span>
          </>
        ) : (
          <span>Drop a bill anywhere on the pane, or</span>
        )}
      </div>
      <div class="file-button">
        <span class={chosen ? 'button secondary' : 'button primary'} id="import-file-button">
          {chosen ? 'Choose another' : 'Choose a file'}
        </span>
        <input
          type="file"
          multiple
          accept={KNOWN_ENDINGS}
          aria-labelledby="import-file-label import-file-button"
          aria-describedby={chosen ? undefined : 'import-file-hint'}
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            // Else the same file, mended meanwhile, could not be chosen again.
            event.currentTarget.value = '';
            if (files.length > 0) {
              onFiles(files);
            }
          }}
        />
      </div>
      {!chosen && (
        <p class="hint" id="import-file-hint">
          CSV, TSV, Excel, JSON or Parquet; several files of one bill, or a folder, together; the European Central
          Bank’s rates too. Nothing leaves your machine.
        </p>
      )}
    </div>
  );
}
