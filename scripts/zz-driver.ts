import { findReport, makeReport, REPORT_NAME } from '../src/workbook/report/report-sheet';
(window as any).tryReport = async (choices: any) => {
  try {
    const outcome = await makeReport({
      client: '*', vendor: '', period: { kind: 'latest' }, comparison: 'before', currency: 'USD', by: 'client', bridgeBy: 'model', unit: '1M tokens',
      sections: ['headline', 'months', 'ranking', 'concentration', 'budget', 'bridge', 'unitcost', 'rates', 'sources'], ...choices,
    });
    return { outcome, found: await findReport() };
  } catch (e: any) { return { outcome: String(e), debug: e.debugInfo, }; }
};
(window as any).readReport = () => Excel.run(async (context) => {
  const range = context.workbook.names.getItem(REPORT_NAME).getRange().load('text,formulas,address');
  await context.sync();
  return { texts: range.text, formulas: range.formulas, address: range.address };
});
