import type { JSX } from 'preact';
import { opensOutside } from '../open-outside';

const EXAMPLE = 'assets/ai-spend-example.xlsx';

/** The example workbook to download: the functions at work on the reference data. */
export function ExampleLink(): JSX.Element {
  return (
    <p>
      <a
        href={EXAMPLE}
        download="ai-spend-example.xlsx"
        onClick={(event) => {
          if (opensOutside(event.currentTarget.href)) {
            event.preventDefault();
          }
        }}
      >
        Get the example workbook
      </a>
    </p>
  );
}
