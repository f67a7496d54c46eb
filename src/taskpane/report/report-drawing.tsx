import type { JSX } from 'preact';
import type { PreviewBar, ReportPreview } from '../contract/report-services';

/** The drawing's own units; the pane stretches it to its width. */
const WIDTH = 288;
const MONTHS_HEIGHT = 72;
const LINE = 18;
/** Where the bars begin, right of the names, and end, left of the amounts. */
const BARS_FROM = 96;
const BARS_UNTIL = 170;

/** What the report will show, in small: the months as columns, the ranking as bars. */
export function ReportDrawing({ preview }: { preview: Extract<ReportPreview, { kind: 'ready' }> }): JSX.Element {
  const { months, ranking, finding } = preview;
  return (
    <figure class="report-preview">
      <figcaption>{finding}</figcaption>
      {months.length > 1 && <Months months={months} />}
      <Ranking bars={ranking} />
    </figure>
  );
}

function Months({ months }: { months: readonly PreviewBar[] }): JSX.Element {
  const [least, most] = [Math.min(0, ...months.map(sizeOf)), Math.max(0, ...months.map(sizeOf))];
  const y = (size: number): number => (MONTHS_HEIGHT * (most - size)) / (most - least || 1);
  const step = WIDTH / months.length;
  const [first, last] = [months[0], months.at(-1)];
  return (
    <>
      <svg
        viewBox={`0 0 ${WIDTH} ${MONTHS_HEIGHT}`}
        role="img"
        aria-label={`Spend by month, from ${first?.name}: ${first?.text} to ${last?.name}: ${last?.text}`}
      >
        {months.map(({ name, size }, at) => (
          <rect
            key={name}
            class="report-bar"
            x={at * step + step * 0.18}
            y={Math.min(y(size), y(0))}
            width={step * 0.64}
            height={Math.abs(y(size) - y(0))}
          />
        ))}
      </svg>
      <p class="hint report-span" aria-hidden="true">
        <span>{first?.name}</span>
        <span>{last?.name}</span>
      </p>
    </>
  );
}

function Ranking({ bars }: { bars: readonly PreviewBar[] }): JSX.Element {
  const most = Math.max(0, ...bars.map(sizeOf)) || 1;
  const told = bars.map(({ name, text }) => `${name} ${text}`).join('; ');
  return (
    <svg
      class="report-ranking"
      viewBox={`0 0 ${WIDTH} ${Math.max(1, bars.length) * LINE}`}
      role="img"
      aria-label={`Ranking: ${told}`}
    >
      {bars.map(({ name, size, text }, at) => (
        <g key={name}>
          <text x="0" y={at * LINE + 13}>
            {shortened(name, 15)}
          </text>
          <rect
            class="report-bar"
            x={BARS_FROM}
            y={at * LINE + 4}
            width={(Math.max(0, size) / most) * (BARS_UNTIL - BARS_FROM)}
            height={LINE - 7}
          />
          <text x={WIDTH} y={at * LINE + 13} text-anchor="end">
            {shortened(text, 18)}
          </text>
        </g>
      ))}
    </svg>
  );
}

function sizeOf({ size }: PreviewBar): number {
  return size;
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
