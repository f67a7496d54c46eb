import { normaliseBaseUrl } from '../../scripts/base-url';

describe('the address that the add-in is built for', () => {
  it.each([
    ['https://addins.example.com', 'https://addins.example.com'],
    ['https://addins.example.com/', 'https://addins.example.com'],
    ['https://addins.example.com/ai-spend//', 'https://addins.example.com/ai-spend'],
    ['  https://Addins.Example.com:8443/a ', 'https://addins.example.com:8443/a'],
    [`https://addins.example.com/a&b'c`, 'https://addins.example.com/a%26b%27c'],
  ])('takes %s as %s', (text, expected) => {
    expect(normaliseBaseUrl(text)).toBe(expected);
  });

  it.each([
    [undefined, /Say where the add-in will be served/],
    ['  ', /Say where the add-in will be served/],
    ['addins.example.com', /"addins.example.com" is not an address/],
    ['http://addins.example.com', /"http:\/\/addins.example.com" does not start with https/],
    ['https://addins.example.com?v=1', /may hold a host, a port and a path, and nothing else/],
    ['https://user@addins.example.com', /may hold a host, a port and a path, and nothing else/],
  ])('refuses %s and says why', (text, message) => {
    expect(() => normaliseBaseUrl(text)).toThrow(message);
  });
});
