import { importReader } from '../../../src/bills/reading/import-reader';

it('names are compared where files are read, off the thread of the pane', async () => {
  const answer = await importReader().answer(
    'merges',
    {
      names: ['Contoso Ltd.', 'Fabrikam', 'TikTok'],
      known: ['Contoso'],
      aliases: [{ alias: 'TikTok', client: 'ByteDance' }],
    },
    () => undefined,
  );
  expect(answer).toEqual([
    { name: 'Contoso Ltd.', client: 'Contoso', reason: 'the same name but for its legal form or punctuation' },
    { name: 'TikTok', client: 'ByteDance', reason: 'in AIAliases' },
  ]);
});
