/** A host as this test wants it: what it declares, and what it does when values are read with their types. */
function host(declared: boolean, read: () => Promise<void>): { requests: () => number } {
  let requests = 0;
  const sheet = { getRange: () => ({ load: () => undefined }) };
  const context = {
    workbook: { worksheets: { getFirst: () => sheet }, load: () => undefined },
    sync: async () => {
      requests += 1;
      await read();
    },
  };
  Object.assign(globalThis, {
    Office: { context: { requirements: { isSetSupported: (name: string) => declared && name !== 'ExcelApi' } } },
    Excel: {
      run: (...given: unknown[]) => (given.at(-1) as (given: typeof context) => unknown)(context),
      ErrorCodes: { invalidOperationInCellEditMode: 'InvalidOperationInCellEditMode' },
    },
    OfficeExtension: { Error: class extends Error {} },
  });
  return { requests: () => requests };
}

async function hasDataTypes(): Promise<boolean[]> {
  jest.resetModules();
  const host = await import('../../../src/workbook/host/data-types');
  return Promise.all([host.hasDataTypes(), host.hasDataTypes()]);
}

it('a host that declares data types and reads them has them; it is asked once', async () => {
  const { requests } = host(true, async () => undefined);
  expect(await hasDataTypes()).toEqual([true, true]);
  expect(requests()).toBe(1);
});

it('one that declares them and fails at them has none', async () => {
  const warned = jest.spyOn(console, 'error').mockImplementation();
  host(true, () => Promise.reject(new Error('GeneralException')));
  expect(await hasDataTypes()).toEqual([false, false]);
  expect(warned).toHaveBeenCalledTimes(1);
  warned.mockRestore();
});

it('one that does not declare them is not asked', async () => {
  const { requests } = host(false, async () => undefined);
  expect(await hasDataTypes()).toEqual([false, false]);
  expect(requests()).toBe(0);
});

it('one that does not answer has none for now, and is asked again by the next call', async () => {
  jest.useFakeTimers();
  const warned = jest.spyOn(console, 'error').mockImplementation();
  try {
    let answer: () => Promise<void> = () => new Promise(() => undefined);
    const { requests } = host(true, () => answer());
    jest.resetModules();
    const module = await import('../../../src/workbook/host/data-types');
    const asked = module.hasDataTypes();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(await asked).toBe(false);
    answer = async () => undefined;
    expect(await module.hasDataTypes()).toBe(true);
    expect(requests()).toBeGreaterThanOrEqual(2);
  } finally {
    warned.mockRestore();
    jest.useRealTimers();
  }
});
