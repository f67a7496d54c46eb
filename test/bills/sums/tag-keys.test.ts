import { summarise, tableFrom } from '../tables';

const bill = (...rows: string[]) =>
  tableFrom(['Client|Vendor|Month|Amount|Currency|Tag key|Tag value', ...rows].join('\n'));
const team = 'Acme|OpenAI|2024-09|10|USD|team|search';
const project = 'Acme|OpenAI|2024-09|10|USD|project|p1';

describe('rows that are grouped by tags', () => {
  it('are refused if there are several tags, with what to do', async () => {
    await expect(summarise(bill(team, project))).rejects.toThrow(
      'The rows are grouped by the tags "team", "project": each cost is there once for each of them, and would count as often.',
    );
  });

  it('are read if one tag is kept, or there is one beside rows without any', async () => {
    const { totals } = await summarise(bill(team, project), { filters: [{ column: 'Tag key', contains: 'team' }] });
    expect(totals).toMatchObject([{ kept: '10' }]);
    expect((await summarise(bill(team, team.replace('team|search', '|')))).totals).toMatchObject([{ kept: '20' }]);
    expect((await summarise(bill(team, team.replace('team', 'Team')))).totals).toMatchObject([{ kept: '20' }]);
  });
});
