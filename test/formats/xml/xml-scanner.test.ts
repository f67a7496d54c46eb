import fc from 'fast-check';
import { FileProblem } from '../../../src/formats/file/file-problem';
import { LIMITS } from '../../../src/formats/file/limits';
import { attributesOf } from '../../../src/formats/xml/attributes';
import { resolveReferences } from '../../../src/formats/xml/references';
import { xmlScanner } from '../../../src/formats/xml/xml-scanner';

/** What the scanner says of a document given in pieces: `<name attributes>`, text, `</name>`. */
function scan(...pieces: string[]): string {
  const heard: string[] = [];
  const scanner = xmlScanner({
    open: (name, raw) =>
      heard.push(`<${name}${[...attributesOf(raw)].map(([key, value]) => ` ${key}=${value}`).join('')}>`),
    text: (raw) => heard.push(resolveReferences(raw)),
    close: (name) => heard.push(`</${name}>`),
  });
  for (const piece of pieces) {
    scanner.push(piece);
  }
  scanner.end();
  return heard.join('');
}

const AWKWARD =
  `<?xml version="1.0"?>\n<!-- <no> -- > --><x:a xmlns:x='u' v="1 > 0" w = '"&lt;'><x:b/>one &amp;<!--x-->` +
  `<![CDATA[<two> & ]] &#65;]]><c\n d="e"\t/> &#x1F600;&#233;\r\n<?pi > ?></x:a >\n<!-- after -->`;
const HEARD = `<a x=u v=1 > 0 w="<><b></b>one &<two> & ]] &#65;<c d=e></c> 😀é\n</a>`;

describe('the XML scanner', () => {
  it('hears elements, attributes, text and CDATA, and passes over the rest', () => {
    expect(scan(AWKWARD)).toBe(HEARD);
  });

  it('hears the same wherever the document is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: AWKWARD.length }), { maxLength: 8 }), (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), AWKWARD.length];
        expect(scan(...places.slice(1).map((end, index) => AWKWARD.slice(places[index], end)))).toBe(HEARD);
      }),
      { numRuns: 200, seed: 4 },
    );
    expect(scan(...AWKWARD)).toBe(HEARD);
  });

  it.each([
    ['nothing', ''],
    ['text alone', 'hello'],
    ['an element without end', '<a><b></b>'],
    ['an end without beginning', '</a>'],
    ['elements that cross', '<a><b></a></b>'],
    ['an end of another prefix', '<x:a></y:a>'],
    ['two roots', '<a/><b/>'],
    ['text behind the root', '<a/>hello'],
    ['a tag without end', '<a><b'],
    ['a tag without name', '<a>< b/></a>'],
    ['a quote without end', '<a v="1></a>'],
    ['an attribute without quotes', '<a v=1></a>'],
    ['an attribute without value', '<a v></a>'],
    ['a comment without end', '<a/><!-- '],
    ['CDATA without end', '<a><![CDATA[x</a>'],
    ['a bare ampersand', '<a>&</a>'],
    ['an unknown entity', '<a>&nbsp;</a>'],
    ['a reference without end', '<a>&amp</a>'],
    ['a reference to no character', '<a>&#0;</a>'],
    ['half a character', '<a>&#xD800;</a>'],
    ['a character beyond the last', '<a>&#x110000;</a>'],
  ])('refuses %s', (_, xml) => {
    expect(() => scan(xml)).toThrow(FileProblem);
  });

  it.each([
    '<!DOCTYPE a><a/>',
    '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><a>&lol2;</a>',
    '<!DOCTYPE a [<!ENTITY xxe SYSTEM "file:///etc/passwd">]><a>&xxe;</a>',
    '<a><!ELEMENT b ANY></a>',
  ])('refuses a document type: %s', (xml) => {
    expect(() => scan(xml)).toThrow('has a DOCTYPE');
    expect(() => scan(...xml)).toThrow('has a DOCTYPE');
  });

  it('refuses what is nested too deeply, or longer than any cell', () => {
    expect(() => scan('<a>'.repeat(1_000_000))).toThrow(FileProblem);
    expect(() => scan(`${'<a>'.repeat(LIMITS.xmlDepth + 1)}${'</a>'.repeat(LIMITS.xmlDepth + 1)}`)).toThrow(
      FileProblem,
    );
    expect(scan(`${'<a>'.repeat(LIMITS.xmlDepth)}${'</a>'.repeat(LIMITS.xmlDepth)}`)).toContain('</a>');
    const long = 'x'.repeat(LIMITS.cellCharacters / 4);
    expect(() => scan('<a>', long, long, long, long, long)).toThrow('more than 1,000,000 characters');
  });
});
