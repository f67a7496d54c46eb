/** The sheets that can be added after a template, as the pane names them. */
export const TEMPLATES = [
  {
    id: 'monthly-spend',
    title: 'Monthly spend report',
    hint: 'The report as it is chosen above, on a sheet that stays as you change it.',
  },
  {
    id: 'vendor-dependence',
    title: 'Vendor dependence',
    hint: 'Shares, revenue and concentration of a vendor’s clients, with bounds.',
  },
  {
    id: 'business-case',
    title: 'AI business case',
    hint: 'Costs and benefits by year: ROI, NPV, payback and IRR in three scenarios. Needs no data.',
  },
] as const;
export type TemplateId = (typeof TEMPLATES)[number]['id'];
