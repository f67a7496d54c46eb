import { putAsked, type Asked } from './asked-cells';
import type { ReportChoices, SectionId } from './report-choices';
import { putBridge } from './sections/bridge';
import { putBudget } from './sections/budget';
import { putConcentration } from './sections/concentration';
import { putHeadline } from './sections/headline';
import { putMonths } from './sections/months';
import { putRanking } from './sections/ranking';
import { putRates } from './sections/rates';
import { putSources } from './sections/sources';
import { putUnitCost } from './sections/unit-cost';
import { SheetDraft } from './sheet-draft';
import type { SheetPlan } from './sheet-plan';

/** Widths in points: those of what is printed, what was asked, and what the charts show, with gaps between them. */
const WIDTHS = [225, 250, 220, 118, 78, 24, 120, 230, 24, 110, ...Array.from({ length: 6 }, () => 90)];
const PRINTED_COLUMNS = 5;
/** What stands beside the top of the report is higher than the titles. */
const ASIDE_ROWS = 24;

const PUT: Readonly<Record<SectionId, (draft: SheetDraft, asked: Asked, choices: ReportChoices) => void>> = {
  headline: putHeadline,
  months: putMonths,
  ranking: putRanking,
  concentration: putConcentration,
  budget: putBudget,
  bridge: putBridge,
  unitcost: putUnitCost,
  rates: putRates,
  sources: putSources,
};

/**
 * A report as cells: every number of it is a formula, and so is what its titles say. It follows the tables without being made anew;
 * what grows and shrinks is one of our functions, whose result spills into cells that are kept for it.
 */
export function reportPlan(choices: ReportChoices): SheetPlan {
  const draft = new SheetDraft(WIDTHS, PRINTED_COLUMNS);
  const asked = putAsked(draft, choices);
  putTitle(draft, asked);
  for (const section of choices.sections) {
    PUT[section](draft, asked, choices);
  }
  draft.row = Math.max(draft.row, ASIDE_ROWS);
  return draft.plan(2);
}

/** Two lines that say what was found, and one that says of whom and in what. */
function putTitle(draft: SheetDraft, asked: Asked): void {
  const {
    client,
    vendor,
    first,
    firstShare,
    periodWords,
    comparedWords,
    change,
    price,
    isDisclosed,
    currency,
    subject,
  } = asked;
  // What is not disclosed may be larger than all that is.
  const onRecord = `IF(${isDisclosed},""," on record")`;
  const about = `IF(AND(${client}="*",${vendor}=""),"",${subject}&": ")`;
  draft.put(
    0,
    0,
    `=IF(ISNUMBER(${firstShare}),${about}&${first}&" is "&TEXT(${firstShare},"0%")&" of AI spend"&${onRecord}&" in "&${periodWords},` +
      `${about}&"AI spend in "&${periodWords})`,
    { look: 'title' },
  );
  const count = `ROUND(ABS(${price})*100,0)`;
  const points = `${count}&IF(${count}=1," point"," points")`;
  // Price is a part of the change only if it goes the same way and no further.
  const isPart = `AND(${price}*${change}>0,ABS(${price})<=ABS(${change}))`;
  const ofIt =
    `IF(${count}=0,"",IF(${isPart},", "&${points}&" of it price",` +
    `IF(${price}>0,"; higher prices added ","; lower prices took off ")&${points}))`;
  const moved =
    `IF(ABS(${change})<0.005,"stayed the same as in ",` +
    `IF(${change}>0,"rose ","fell ")&TEXT(ABS(${change}),"0%")&" from ")`;
  draft.put(1, 0, `=IF(ISNUMBER(${change}),"Spend "&${moved}&${comparedWords}&${ofIt},${whyNoChange(asked)})`);
  draft.look({ row: 1, column: 0, rowCount: 1, columnCount: PRINTED_COLUMNS }, 'finding');
  draft.put(2, 0, `=${subject}&", in "&${currency}&", by "&${asked.by}`, { look: 'note' });
  draft.row = 3;
}

/** Why no change is told: the first reason that holds. */
function whyNoChange({
  client,
  vendor,
  currency,
  period,
  compared,
  periodWords,
  comparedWords,
  isOver,
}: Asked): string {
  const [now, before] = [period, compared].map((when) => `AISPEND(${client},${when},${currency},${vendor})`);
  return (
    `IF(NOT(${isOver}),${periodWords}&" is not over, so it is compared with nothing",` +
    `IF(NOT(ISNUMBER(${now})),"No amount is known for "&${periodWords},` +
    `IF(NOT(ISNUMBER(${before})),"No amount is known for "&${comparedWords}&" to compare with",` +
    `IF(${before}<=0,"Spend in "&${comparedWords}&" was not above 0, so no change in per cent can be told",` +
    `${periodWords}&" and "&${comparedWords}&" do not have as many months on record, so they are not compared"))))`
  );
}
