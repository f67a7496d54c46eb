import { monthOf } from '../../../src/domain/calendar/month';
import { markText } from '../../../src/functions/call/mark-text';

describe('what stands behind an amount', () => {
  it('is nothing where there is nothing to miss', () => {
    expect(markText({})).toBe('');
    expect(markText({ times: 1, month: null, covered: null, partial: false, undisclosed: [], reported: [] })).toBe('');
  });

  it('is each mark by itself, and all of them in one order', () => {
    const month = monthOf(2024, 11);
    const covered = { months: 7, of: 12 };
    expect([
      markText({ times: 12 }),
      markText({ month }),
      markText({ covered }),
      markText({ partial: true }),
      markText({ undisclosed: ['Adobe', 'Meta'] }),
      markText({ reported: ['A', 'B', 'C'] }),
    ]).toEqual(['/yr', ' (2024-11)', ' (7/12)', ' (partial)', ' (+2 undisclosed)', ' (+3 reported)']);
    expect(markText({ reported: ['A'], partial: true, times: 12, month, covered, undisclosed: ['B'] })).toBe(
      '/yr (2024-11) (7/12) (partial) (+1 undisclosed) (+1 reported)',
    );
  });
});
