import { cleanUp } from '../../../src/workbook/host/clean-up';

it('a clean-up that fails too is told to the console, and does not take the place of the failure before it', async () => {
  const second = new Error('second');
  const told = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await expect(cleanUp(() => Promise.reject(second))).resolves.toBeUndefined();
  expect(told).toHaveBeenCalledWith(expect.any(String), second);
  told.mockRestore();
});
