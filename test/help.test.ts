/** @jest-environment jsdom */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const html = readFileSync(path.join(__dirname, '../assets/help.html'), 'utf8');
const page = new DOMParser().parseFromString(html, 'text/html');

describe('the help page', () => {
  it('allows its own style sheet and images, and nothing else', () => {
    const style = page.querySelector('style')?.textContent ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self'; base-uri 'none'; form-action 'none'`,
    );
    expect(page.querySelectorAll('script, [style], iframe, form')).toHaveLength(0);
  });

  it('has one place for the functions, which are written from their own documentation', () => {
    expect(html.split('<!-- functions -->')).toHaveLength(2);
  });

  it('asks for nothing from elsewhere', () => {
    const addresses = [...page.querySelectorAll('[src], [href]')].map(
      (element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '',
    );
    expect(addresses.filter((address) => !/^(#|assets\/)/.test(address))).toEqual([]);
  });

  it('has links that lead somewhere and ids that are there once', () => {
    const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of page.querySelectorAll('a[href^="#"]')) {
      expect(ids).toContain(link.getAttribute('href')?.slice(1));
    }
  });
});
