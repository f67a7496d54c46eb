import type { JSX } from 'preact';
import type { PaneServices } from '../contract/services';

/** What this is, whose it is, where help is, and what happens to the user's data. */
export function About({ services }: { services: PaneServices }): JSX.Element {
  return (
    <div class="about">
      <p>AI Spend {services.version}, MIT licence.</p>
      <p>Your data stays in this workbook: nothing leaves your machine.</p>
      <p>
        <a href={services.helpUrl} target="_blank" rel="noopener noreferrer">
          Open help
        </a>
      </p>
    </div>
  );
}
