import type { JSX } from 'preact';
import { MessageBar } from '../controls/message-bar';

/** Why loading and inserting are not offered. */
export function ReadOnlyNote(): JSX.Element {
  return (
    <MessageBar tone="info" title="This workbook is read-only.">
      To load data or insert formulas, save a copy that you can edit.
    </MessageBar>
  );
}
