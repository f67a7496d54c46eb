import { referenceReturns } from '../../../src/bills/reference/returns';

describe('the returns that ship', () => {
  it('hold the one study that the article quotes: 3.70 for each 1, in all segments, 2024', () => {
    expect(referenceReturns).toEqual([
      {
        study: 'IDC study commissioned by Microsoft',
        year: 2024,
        segment: 'All',
        returnPer1: '3.70',
        source: 'Tech Giants Pay Millions, 18 Nov 2024',
        note: 'The article quotes the study: $3.70 back for every dollar spent. The year is that of the article.',
      },
    ]);
  });
});
