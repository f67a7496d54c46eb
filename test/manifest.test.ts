import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { manifestProblems } from '../scripts/manifest-rules';

const projectRoot = path.join(__dirname, '..');
const manifest = readFileSync(path.join(projectRoot, 'manifest.xml'), 'utf8');
const { version } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { version: string };

/** The lines from the one that holds the first mark to the one that holds the second. */
function lines(from: string, to: string): string {
  const start = manifest.lastIndexOf('\n', manifest.indexOf(from)) + 1;
  const end = manifest.indexOf('\n', manifest.indexOf(to, start)) + 1;
  return manifest.slice(start, end);
}

describe('the manifest', () => {
  it('is one that Office accepts', () => {
    expect(manifestProblems(manifest)).toEqual([]);
  });

  it("has the package's version", () => {
    expect(manifest).toContain(`<Version>${version}.0</Version>`);
  });

  it('is still accepted when it is served from a folder of another site', () => {
    expect(
      manifestProblems(manifest.replaceAll('https://localhost:3000/', 'https://example.com/add-ins/ai-spend/')),
    ).toEqual([]);
  });

  it('is not accepted without its icons beside it', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'manifest-'));
    try {
      expect(manifestProblems(manifest, folder)).toContain(
        'there is no PNG for "https://localhost:3000/assets/icon-80.png"',
      );
      cpSync(path.join(projectRoot, 'assets'), path.join(folder, 'assets'), { recursive: true });
      expect(manifestProblems(manifest, folder)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a manifest is refused', () => {
  const page = '<SourceLocation resid="Taskpane.Url"/>';
  const getStarted = lines('<GetStarted>', '</GetStarted>');
  const functionFile = lines('<FunctionFile', '<FunctionFile');
  const runtimes = lines('<Runtimes>', '</Runtimes>');
  const allFormFactors = lines('<AllFormFactors>', '</AllFormFactors>');
  const script = lines('<Script>', '</Script>');
  const metadata = lines('<Metadata>', '</Metadata>');
  const supertip = lines('<Supertip>', '</Supertip>');
  const urls = lines('<bt:Urls>', '</bt:Urls>');
  const images = lines('<bt:Images>', '</bt:Images>');
  const control = lines('<Control', '</Control>');

  it.each<[why: string, from: string, to: string, problem: string]>([
    ['that is not well-formed', '</Hosts>', '', 'not well-formed'],
    ['for another kind of add-in', 'xsi:type="TaskPaneApp"', 'xsi:type="ContentApp"', 'not a TaskPaneApp'],
    [
      'whose Id is not a GUID',
      /<Id>.*<\/Id>/.exec(manifest)?.[0] ?? '',
      '<Id>ai-spend</Id>',
      'Id "ai-spend" is not a GUID',
    ],
    [
      'whose version is not a version',
      '<Version>1.0.0.0<',
      '<Version>1.0-beta<',
      'Version "1.0-beta" is not a version',
    ],
    ['whose version has a part of six digits', '<Version>1.0.0.0<', '<Version>1.100000<', 'is not a version'],
    ['without a provider', '<ProviderName>AI Spend<', '<ProviderName><', 'ProviderName is empty'],
    ['that may not write', 'ReadWriteDocument', 'ReadDocument', 'Permissions is not ReadWriteDocument'],
    [
      'with too long a description',
      '<Description DefaultValue="What',
      `<Description DefaultValue="${'x'.repeat(250)}`,
      'at most 250',
    ],
    [
      'with too long a name',
      '<DisplayName DefaultValue="',
      `<DisplayName DefaultValue="${'x'.repeat(125)}`,
      'at most 125',
    ],
    ['without a support page', lines('<SupportUrl', '<SupportUrl'), '', 'OfficeApp has no SupportUrl'],
    [
      'with an element that does not exist',
      '<Permissions>',
      '<Colour/><Permissions>',
      'Colour does not belong in OfficeApp',
    ],
    ['with an element twice', runtimes, runtimes + runtimes, 'Host has Runtimes twice'],
    [
      'whose runtimes come late',
      runtimes + allFormFactors,
      allFormFactors + runtimes,
      'Runtimes comes too late in Host',
    ],
    [
      'whose GetStarted comes late',
      getStarted + functionFile,
      functionFile + getStarted,
      'GetStarted comes too late in DesktopFormFactor',
    ],
    ['whose metadata come early', script, metadata + script, 'Script comes too late in ExtensionPoint'],
    ['whose URLs come before the images', images + urls, urls + images, 'bt:Images comes too late in Resources'],
    ['whose button has no tooltip', supertip, '', 'Control has no Supertip'],
    [
      'whose requirements come before the hosts',
      '<Hosts>\n    <Host N',
      '<Requirements/><Hosts>\n    <Host N',
      'Hosts comes too late',
    ],
    ['with overrides of version 1.1', 'VersionOverridesV1_0', 'VersionOverridesV1_1', 'VersionOverrides is not 1.0'],
    ['for Word', 'Host Name="Workbook"', 'Host Name="Document"', 'the host is not Workbook alone'],
    [
      'that requires more',
      '<Set Name="Sh',
      '<Set Name="ExcelApi" MinVersion="1.17"/><Set Name="Sh',
      'requires ExcelApi 1.17',
    ],
    ['that requires a newer runtime', 'MinVersion="1.1"/>', 'MinVersion="1.2"/>', 'requires SharedRuntime 1.2'],
    ['that requires nothing', lines('<Set Name', '<Set Name'), '', 'requires nothing'],
    [
      'with a resid that is no resource',
      '<Label resid="Group.Label"',
      '<Label resid="Group"',
      'Label refers to "Group", which is no resource',
    ],
    [
      'with a resource of the wrong kind',
      '<Label resid="Group.Label"',
      '<Label resid="Help.Url"',
      'which is in bt:Urls, not in bt:ShortStrings',
    ],
    [
      'with a resource of no use',
      'resid="Group.Label"',
      'resid="ShowPane.Label"',
      'nothing refers to the resource "Group.Label"',
    ],
    [
      'with a resource twice',
      '<bt:Url id="Help.Url"',
      '<bt:Url id="Taskpane.Url"',
      'two resources have the id "Taskpane.Url"',
    ],
    [
      'with too long a resid',
      '<bt:Url id="Help.Url"',
      `<bt:Url id="Help.${'x'.repeat(28)}"`,
      'has 33 characters, at most 32',
    ],
    [
      'with too long a label',
      '<bt:String id="Group.Label" DefaultValue="',
      `<bt:String id="Group.Label" DefaultValue="${'x'.repeat(125)}`,
      'at most 125',
    ],
    ['with too long a tooltip', 'DefaultValue="Show the', `DefaultValue="${'x'.repeat(250)}`, 'at most 250'],
    [
      'with an empty label',
      'id="Group.Label" DefaultValue="AI Spend"',
      'id="Group.Label" DefaultValue=""',
      'Group.Label is empty',
    ],
    ['with too long an address', 'localhost:3000/help.html', `localhost:3000/${'x'.repeat(2048)}`, 'at most 2048'],
    [
      'with an http address',
      'https://localhost:3000/functions.js"',
      'http://localhost:3000/functions.js"',
      'is not an https address',
    ],
    [
      'with a relative address',
      'https://localhost:3000/functions.js"',
      '/functions.js"',
      '"/functions.js" is not an https address',
    ],
    [
      'whose script is on another origin',
      'https://localhost:3000/functions.js"',
      'https://localhost/functions.js"',
      "is not on the pane's origin",
    ],
    [
      'whose metadata are on another origin',
      'https://localhost:3000/functions.json',
      'https://cdn.example.com/functions.json',
      "is not on the pane's origin",
    ],
    [
      'whose functions have another page',
      `<Page>\n              ${page}`,
      '<Page><SourceLocation resid="Help.Url"/>',
      '"Help.Url" is not the runtime\'s page',
    ],
    [
      'whose function file is another page',
      '<FunctionFile resid="Taskpane.Url"',
      '<FunctionFile resid="Help.Url"',
      'FunctionFile "Help.Url"',
    ],
    [
      'whose button shows another page',
      `<Action xsi:type="ShowTaskpane">\n                    ${page}`,
      '<Action xsi:type="ShowTaskpane"><SourceLocation resid="Help.Url"/>',
      '"Help.Url" is not the runtime\'s page',
    ],
    [
      'whose runtime has another page',
      '<Runtime resid="Taskpane.Url"',
      '<Runtime resid="Help.Url"',
      'is not the runtime\'s page "Help.Url"',
    ],
    [
      'whose pane is not the page of the runtime',
      'SourceLocation DefaultValue="https://localhost:3000/taskpane.html',
      'SourceLocation DefaultValue="https://localhost:3000/pane.html',
      "the runtime's page is not the pane's page",
    ],
    ['whose runtime does not last', 'lifetime="long"', 'lifetime="short"', 'its lifetime is not long'],
    [
      'whose button runs a function instead',
      'xsi:type="ShowTaskpane"',
      'xsi:type="ExecuteFunction"',
      'no button shows the pane',
    ],
    ['without custom functions', 'xsi:type="CustomFunctions"', 'xsi:type="Events"', 'has no custom functions'],
    [
      'with a TaskpaneId',
      '<Action xsi:type="ShowTaskpane">',
      '<Action xsi:type="ShowTaskpane"><TaskpaneId>1</TaskpaneId>',
      'TaskpaneId must not be there',
    ],
    ['with a namespace', '</Metadata>', '</Metadata><Namespace resid="Group.Label"/>', 'Namespace must not be there'],
    ['with two controls of one id', control, control + control, 'two controls have the id "AISpend.ShowPane"'],
    [
      'with an icon that is not there',
      'icon-80.png',
      'icon-81.png',
      'there is no PNG for "https://localhost:3000/assets/icon-81.png"',
    ],
    [
      'with a small icon of the wrong size',
      '<IconUrl DefaultValue="https://localhost:3000/assets/icon-32',
      '<IconUrl DefaultValue="https://localhost:3000/assets/icon-64',
      'is 64 x 64 pixels, not 32 x 32',
    ],
    [
      'with a large icon of the wrong size',
      'assets/icon-64.png',
      'assets/icon-80.png',
      'is 80 x 80 pixels, not 64 x 64',
    ],
    [
      'with a command icon of the wrong size',
      'DefaultValue="https://localhost:3000/assets/icon-16',
      'DefaultValue="https://localhost:3000/assets/icon-32',
      'is 32 x 32 pixels, not 16 x 16',
    ],
    [
      'whose command icon lacks a size',
      lines('<bt:Image size="80"', '<bt:Image size="80"'),
      '',
      'an icon has no size 80',
    ],
  ])('%s', (_, from, to, problem) => {
    expect(manifest).toContain(from);
    expect(manifestProblems(manifest.replace(from, () => to))).toContainEqual(expect.stringContaining(problem));
  });
});
