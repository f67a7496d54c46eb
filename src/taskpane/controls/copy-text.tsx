import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** A way to the clipboard, and around it. */
export interface Copying {
  /** Copies a text; resolves with `copied`, or with null if the text has to be copied by hand. */
  copy(text: string, copied: string): Promise<string | null>;
  /** Puts the text that was to be copied by hand away. */
  clear(): void;
  /** The text to be copied by hand; null if the clipboard took it. */
  byHand: JSX.Element | null;
}

/** Copies texts to the clipboard. A frame may be refused it; then the text is shown, to be copied by hand. */
export function useCopying(): Copying {
  const [shown, setShown] = useState<string | null>(null);
  return {
    copy: async (text, copied) => {
      try {
        await navigator.clipboard.writeText(text);
        setShown(null);
        return copied;
      } catch {
        setShown(text);
        return null;
      }
    },
    clear: () => setShown(null),
    byHand: shown === null ? null : <CopyField text={shown} />,
  };
}

/** The text is selected, ready for the copy keys. */
function CopyField({ text }: { text: string }): JSX.Element {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [text]);
  return (
    <label class="field">
      The clipboard cannot be reached from here. Copy the text with Ctrl+C or Cmd+C.
      <textarea ref={field} class="copy-field" rows={6} readOnly value={text} />
    </label>
  );
}
