import { opensOutside } from '../../../src/taskpane/workspace/first-run';

const world = globalThis as { Office?: unknown };

afterEach(() => {
  delete world.Office;
});

function office(supports: boolean): jest.Mock {
  const openBrowserWindow = jest.fn();
  world.Office = {
    context: {
      requirements: { isSetSupported: (set: string) => supports && set === 'OpenBrowserWindowApi' },
      ui: { openBrowserWindow },
    },
  };
  return openBrowserWindow;
}

it('a host that can open a browser is asked to', () => {
  const openBrowserWindow = office(true);
  expect(opensOutside('https://a.test/x.xlsx')).toBe(true);
  expect(openBrowserWindow).toHaveBeenCalledWith('https://a.test/x.xlsx');
});

it('where it cannot, or there is no Office, the link is left to the page', () => {
  const openBrowserWindow = office(false);
  expect(opensOutside('https://a.test/x.xlsx')).toBe(false);
  expect(openBrowserWindow).not.toHaveBeenCalled();
  world.Office = { context: {} };
  expect(opensOutside('https://a.test/x.xlsx')).toBe(false);
  delete world.Office;
  expect(opensOutside('https://a.test/x.xlsx')).toBe(false);
});
