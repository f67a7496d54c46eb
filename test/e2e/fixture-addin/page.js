/* The fixture add-in: functions with known answers, and a log that tests read. */
const log = { calls: [], canceled: [], events: [], visibility: [] };
const waiting = [];
let finished = false;

function associate(id, fn) {
  CustomFunctions.associate(id, (...args) => {
    const invocation = args.at(-1);
    log.calls.push({ id, args: args.slice(0, -1), address: invocation && invocation.address });
    return fn(...args);
  });
}

const error = (code, message) => new CustomFunctions.Error(CustomFunctions.ErrorCode[code], message);
const formatted = (basicValue, numberFormat) => ({ type: 'FormattedNumber', basicValue, numberFormat });

function kindOf(value) {
  if (value === null) {
    return 'null';
  }
  if (Array.isArray(value)) {
    return `[${value.map(kindOf).join(',')}]`;
  }
  if (value instanceof CustomFunctions.Error) {
    return `error ${value.code}`;
  }
  return `${typeof value} ${String(value)}`;
}

async function sumOfItems() {
  return Excel.run(async (context) => {
    const table = context.workbook.tables.getItemOrNullObject('Items');
    const body = table.getDataBodyRange();
    body.load('values');
    await context.sync();
    return table.isNullObject ? 0 : body.values.reduce((sum, row) => sum + Number(row[1]), 0);
  });
}

associate('ECHO', (value) => value);
associate('ADD', (a, b) => a + (b ?? 0));
associate('MONEY', (amount, currency) => formatted(amount, `#,##0.00 [$${currency || 'EUR'}]`));
associate('SHARES', () => [[formatted(0.1, '0.0%')], [formatted(0.2, '0.0%')], [formatted(0.3, '0.0%')]]);
associate('FAIL', (message) => {
  throw error('notAvailable', message);
});
associate('MIXED', () => [
  [1, error('notAvailable')],
  [error('divisionByZero'), 'text'],
]);
associate('WAIT', (value, invocation) => {
  invocation.onCanceled = () => log.canceled.push(value);
  return finished ? value : new Promise((resolve) => waiting.push(() => resolve(value)));
});
associate('KIND', (value) => kindOf(value));
associate('WHERE', (invocation) => invocation.address);
associate('TABLESUM', () => sumOfItems());

/** For tests: what happened, the way to forget it, and the way to let waiting calls end. */
window.fixture = {
  log,
  reset() {
    finished = false;
    waiting.length = 0;
    for (const list of Object.values(log)) {
      list.length = 0;
    }
  },
  release(keepOpen) {
    finished = !keepOpen;
    waiting.splice(0).forEach((resolve) => resolve());
  },
};

Office.onReady(async (info) => {
  document.getElementById('mode').textContent =
    `${info.host} ${info.platform} ${(info.addin && info.addin.visibilityMode) || ''}`;
  Office.addin.onVisibilityModeChanged(({ visibilityMode }) => log.visibility.push(visibilityMode));
});
