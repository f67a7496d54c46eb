import { tabAfterKey } from '../../../src/taskpane/controls/tabs';

describe('the keys of the tabs', () => {
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 2, 0],
    ['ArrowLeft', 0, 2],
    ['ArrowLeft', 2, 1],
    ['Home', 2, 0],
    ['End', 0, 2],
  ])('%s leads from tab %i to tab %i of three', (key, from, to) => {
    expect(tabAfterKey(key, from, 3)).toBe(to);
  });

  it.each(['Tab', 'Enter', 'ArrowDown', 'a'])('%s is left to the browser', (key) => {
    expect(tabAfterKey(key, 0, 3)).toBeNull();
  });
});
