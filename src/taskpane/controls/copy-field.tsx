import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** A text to be copied by hand, where the clipboard is out of reach: it is selected, ready for the copy keys. */
export function CopyField({ text }: { text: string }): JSX.Element {
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
