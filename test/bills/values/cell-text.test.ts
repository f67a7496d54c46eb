import { isBlankCell, nameText } from '../../../src/bills/values/cell-text';

describe('the text of a cell as a name', () => {
  it('has no control characters, and no marks that nobody sees, by which one name could pass for another', () => {
    expect(nameText(' Acme\u0000\u202E Inc.\u200B ')).toBe('Acme Inc.');
    expect(nameText('Byte\u00ADDance\uFEFF')).toBe('ByteDance');
    expect(nameText('Acme\r\nInc.\t')).toBe('Acme Inc.');
  });

  it('keeps what scripts are joined by, and everything that is seen', () => {
    expect(nameText('می\u200Cخواهم')).toBe('می\u200Cخواهم');
    expect(nameText('=cmd() <b>字节 跳动</b>')).toBe('=cmd() <b>字节 跳动</b>');
  });

  it('is blank where nothing is left', () => {
    for (const blank of ['', '  ', 'NULL', 'null', '\u200B', '\u0007']) {
      expect([nameText(blank), isBlankCell(blank)]).toEqual(['', true]);
    }
    expect(isBlankCell('nil')).toBe(false);
  });
});
