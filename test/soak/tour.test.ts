import type { Request } from 'playwright-core';
import { runTour, type Tour } from '../../scripts/run-tour';
import { openWorkbook, serverOrigin, type OpenedWorkbook } from '../e2e/local-workbook';

describe('the tour, by mouse and keyboard', () => {
  let workbook: OpenedWorkbook;
  let tour: Tour;
  const requests: string[] = [];

  beforeAll(async () => {
    workbook = await openWorkbook();
    workbook.browser.context.on('request', (request: Request) => requests.push(request.url()));
    tour = await runTour(workbook.local);
  });

  afterAll(() => workbook?.browser.close());

  it('shows the values that the functions are to have, and the cells follow an edit of the table', () => {
    expect(tour.surprises).toEqual([]);
  });

  it('shows amounts with their currency and shares as percentages', () => {
    const texts = Object.fromEntries(tour.loaded.map(({ formula, text }) => [formula, text]));
    expect(texts['=AISPEND("ByteDance")']).toBe('20,000,000.00 EUR');
    expect(texts['=REVSHARE("ByteDance")']).toBe('15.0%');
    expect(texts['=AIROI(20000000)']).toBe('270.0%');
    expect(texts['=AIREVENUE("Microsoft")']).toBe('133,333,333.33 EUR');
  });

  it('says why Adobe has no figure', () => {
    const adobe = tour.loaded.find(({ formula }) => formula === '=AISPEND("Adobe")');
    expect(adobe?.error).toEqual({
      code: '#N/A',
      message: "Adobe's spend is not disclosed (Tech Giants Pay Millions, 18 Nov 2024).",
    });
  });

  it('sends no request away from this machine', () => {
    expect(requests.filter((url) => new URL(url).origin !== serverOrigin() && !/^(data|blob):/.test(url))).toEqual([]);
  });
});
