import { themeOf } from '../../src/taskpane/host-theme';

describe('the theme', () => {
  it('is the system’s where Office has none', () => {
    expect(themeOf(undefined, true)).toBe('dark');
    expect(themeOf(undefined, false)).toBe('light');
    expect(themeOf({}, true)).toBe('dark');
  });

  it('is Office’s where it says whether it is dark', () => {
    expect(themeOf({ isDarkTheme: false, bodyBackgroundColor: '#000000' }, true)).toBe('light');
    expect(themeOf({ isDarkTheme: true }, false)).toBe('dark');
  });

  it('is judged by the background where Office gives only colours', () => {
    expect(themeOf({ bodyBackgroundColor: '#262626' }, false)).toBe('dark');
    expect(themeOf({ bodyBackgroundColor: '#F3F3F3' }, true)).toBe('light');
    expect(themeOf({ bodyBackgroundColor: 'FFFFFF' }, true)).toBe('light');
  });

  it('is the system’s where the colour cannot be read', () => {
    expect(themeOf({ bodyBackgroundColor: 'window' }, true)).toBe('dark');
  });
});
