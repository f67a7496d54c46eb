import { useEffect, useRef, useState } from 'preact/hooks';
import { droppedFiles } from './dropped-files';

/** Takes files, and the files of folders, that are dropped anywhere on the pane. True while files are held over it; other things that are dragged are left alone. */
export function useFileDrop(onDrop: (dropped: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const take = useRef(onDrop);
  take.current = onDrop;

  useEffect(() => {
    const listening = new AbortController();
    const listen = (type: 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void): void => {
      window.addEventListener(type, (event) => event.dataTransfer?.types.includes('Files') && act(event), {
        signal: listening.signal,
      });
    };
    listen('dragover', (event) => {
      // Without this, the browser would leave the page for the file.
      event.preventDefault();
      setOver(true);
    });
    listen('dragleave', (event) => {
      if (event.relatedTarget === null) {
        setOver(false);
      }
    });
    listen('drop', (event) => {
      event.preventDefault();
      setOver(false);
      const files = event.dataTransfer === null ? [] : droppedFiles(event.dataTransfer);
      if (files instanceof Promise) {
        void files.then((found) => !listening.signal.aborted && take.current(found));
      } else if (files.length > 0) {
        take.current(files);
      }
    });
    return () => listening.abort();
  }, []);
  return over;
}
