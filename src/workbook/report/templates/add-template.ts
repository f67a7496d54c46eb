import { runAsOneUndoStep } from '../../host/one-undo-step';
import { addPlannedSheet } from '../add-planned-sheet';
import { hostAbilities } from '../host-abilities';
import type { ReportChoices } from '../report-choices';
import { reportPlan } from '../report-plan';
import type { SheetPlan } from '../sheet-plan';
import { businessCasePlan } from './business-case';
import { vendorDependencePlan } from './vendor-dependence';

/** A template, and what its sheet begins with. */
export type TemplateStart =
  | { readonly id: 'monthly-spend'; readonly choices: ReportChoices }
  | { readonly id: 'vendor-dependence'; readonly vendor: string; readonly currency: string }
  | { readonly id: 'business-case'; readonly currency: string };

/** Adds a sheet made after a template, which is the user's from then on: no later action writes on it. */
export async function addTemplate(start: TemplateStart, waiting?: () => void): Promise<{ readonly sheet: string }> {
  const host = await hostAbilities();
  const { name, plan } = templatePlan(start);
  return runAsOneUndoStep(
    async (context) => ({ sheet: await addPlannedSheet(context, name, plan, host), undoSteps: 1 }),
    waiting,
  );
}

function templatePlan(start: TemplateStart): { name: string; plan: SheetPlan } {
  switch (start.id) {
    case 'monthly-spend':
      return { name: 'Monthly spend', plan: reportPlan(start.choices) };
    case 'vendor-dependence':
      return { name: 'Vendor dependence', plan: vendorDependencePlan(start.vendor, start.currency) };
    case 'business-case':
      return { name: 'AI business case', plan: businessCasePlan(start.currency) };
  }
}
