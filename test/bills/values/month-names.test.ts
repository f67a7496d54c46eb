import { monthNamed, namesOf } from '../../../src/bills/values/month-names';
import { summarise, tableFrom } from '../tables';

const bill = (...months: string[]) =>
  tableFrom(['Client|Vendor|Month|Amount|Currency', ...months.map((month) => `Acme|OpenAI|${month}|1|EUR`)].join('\n'));
const read = async (...months: string[]) => {
  const { groups, questions } = await summarise(bill(...months));
  return { months: groups.map(({ month }) => month), asked: questions.map(({ option, answer }) => [option, answer]) };
};

describe('a name that Croatian has for another month than Polish and Czech', () => {
  it('is what the other names of the column say', async () => {
    expect(await read('rujan 2024', 'listopad 2024')).toEqual({ months: ['2024-09', '2024-10'], asked: [] });
    expect(await read('wrzesień 2024', 'listopad 2024')).toEqual({ months: ['2024-09', '2024-11'], asked: [] });
    expect(await read('říjen 2024', '15. listopadu 2024')).toEqual({ months: ['2024-10', '2024-11'], asked: [] });
    expect(await read('15. listopada 2024.', '1. studenoga 2024.')).toEqual({
      months: ['2024-10', '2024-11'],
      asked: [],
    });
  });

  it('is asked about where no other name tells, or both do', async () => {
    expect(await read('listopad 2024', '2024-08')).toMatchObject({ asked: [['names', null]] });
    expect(await read('listopad 2024', 'rujan 2024', 'říjen 2024')).toMatchObject({ asked: [['names', null]] });
    expect(await read('lip 2024')).toMatchObject({ asked: [['names', null]] });
  });

  it('is asked about with the months that each answer gives', async () => {
    const { questions } = await summarise(bill('15 listopada 2024'));
    expect(questions[0]?.reason).toContain('2024-10 in Croatian and 2024-11 in Polish or Czech');
    const { groups } = await summarise(bill('15 listopada 2024'), { names: 'croatian' });
    expect(groups).toMatchObject([{ month: '2024-10' }]);
  });

  it('is no matter where it is not there', async () => {
    expect(await read('rujan 2024', 'říjen 2024')).toMatchObject({ asked: [] });
  });
});

describe('Croatian months', () => {
  it.each(
    'siječanj veljača ožujak travanj svibanj lipanj srpanj kolovoz rujan listopad studeni prosinac'
      .split(' ')
      .map((name, at) => [name, at + 1] as const),
  )('has %s as month %i', (name, month) => {
    expect(namesOf(name)?.croatian ?? monthNamed(name)).toBe(month);
  });
});
