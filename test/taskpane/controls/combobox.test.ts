import { comboboxKey } from '../../../src/taskpane/controls/combobox';

const CLOSED = { open: false, active: -1 };

test('the arrows open the list at its first or last option and go round it', () => {
  expect(comboboxKey('ArrowDown', CLOSED, 3)).toEqual({ open: true, active: 0 });
  expect(comboboxKey('ArrowUp', CLOSED, 3)).toEqual({ open: true, active: 2 });
  expect(comboboxKey('ArrowDown', { open: true, active: 2 }, 3)).toEqual({ open: true, active: 0 });
  expect(comboboxKey('ArrowUp', { open: true, active: 0 }, 3)).toEqual({ open: true, active: 2 });
  expect(comboboxKey('ArrowDown', { open: true, active: -1 }, 3)).toEqual({ open: true, active: 0 });
});

test('Enter takes the active option, or closes a list without one', () => {
  expect(comboboxKey('Enter', { open: true, active: 1 }, 3)).toBe('choose');
  expect(comboboxKey('Enter', { open: true, active: -1 }, 3)).toEqual(CLOSED);
});

test('Escape closes the list', () => {
  expect(comboboxKey('Escape', { open: true, active: 1 }, 3)).toEqual(CLOSED);
});

test.each(['Enter', 'Escape', 'Tab', 'a', 'Home'])('%s is left to a field whose list is closed', (key) => {
  expect(comboboxKey(key, CLOSED, 3)).toBeNull();
});

test('without options the arrows are the field’s own', () => {
  expect(comboboxKey('ArrowDown', CLOSED, 0)).toBeNull();
  expect(comboboxKey('ArrowUp', CLOSED, 0)).toBeNull();
});
