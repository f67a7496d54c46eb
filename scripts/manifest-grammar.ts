import type { Element } from './xml-tree';

/** The children that an element may have, in the order that the schema asks for. */
interface Grammar {
  readonly order: readonly string[];
  readonly required: readonly string[];
}

const all = (...names: string[]): Grammar => ({ order: names, required: names });
const some = (required: string[], order: string[]): Grammar => ({ order, required });

/** By element, or by parent and element if a name means different things in different places. */
const grammars: Readonly<Record<string, Grammar>> = {
  OfficeApp: some(
    [
      'Id',
      'Version',
      'ProviderName',
      'DefaultLocale',
      'DisplayName',
      'Description',
      'IconUrl',
      'HighResolutionIconUrl',
      'SupportUrl',
      'Hosts',
      'Requirements',
      'DefaultSettings',
      'Permissions',
      'VersionOverrides',
    ],
    [
      'Id',
      'AlternateId',
      'Version',
      'ProviderName',
      'DefaultLocale',
      'DisplayName',
      'Description',
      'IconUrl',
      'HighResolutionIconUrl',
      'SupportUrl',
      'AppDomains',
      'Hosts',
      'Requirements',
      'DefaultSettings',
      'Permissions',
      'VersionOverrides',
      'ExtendedOverrides',
    ],
  ),
  DefaultSettings: all('SourceLocation'),
  VersionOverrides: some(
    ['Hosts', 'Resources'],
    ['Description', 'Requirements', 'Hosts', 'Resources', 'WebApplicationInfo', 'EquivalentAddins'],
  ),
  'Hosts/Host': all('Runtimes', 'AllFormFactors', 'DesktopFormFactor'),
  Runtimes: all('Runtime'),
  AllFormFactors: all('ExtensionPoint'),
  'AllFormFactors/ExtensionPoint': some(['Script', 'Page', 'Metadata'], ['Script', 'Page', 'Metadata', 'Namespace']),
  Script: all('SourceLocation'),
  Page: all('SourceLocation'),
  Metadata: all('SourceLocation'),
  DesktopFormFactor: all('GetStarted', 'FunctionFile', 'ExtensionPoint'),
  GetStarted: all('Title', 'Description', 'LearnMoreUrl'),
  Group: all('Label', 'Icon', 'Control'),
  Control: some(['Label', 'Supertip', 'Icon', 'Action'], ['Label', 'Supertip', 'Icon', 'Action', 'Enabled']),
  Supertip: all('Title', 'Description'),
  Action: some(['SourceLocation'], ['TaskpaneId', 'SourceLocation', 'Title']),
  Resources: all('bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'),
};

/** Elements that may come more than once in the same place. */
const repeatable = new Set(['ExtensionPoint', 'Control']);

function grammarOf(element: Element, parent: Element | undefined): Grammar | undefined {
  // The Host of the outer list says Name="Workbook" and has nothing in it.
  if (element.name === 'Host' && element.children.length === 0 && 'Name' in element.attributes) {
    return undefined;
  }
  return grammars[`${parent?.name}/${element.name}`] ?? grammars[element.name];
}

/** Children that are missing, unknown, out of order or there twice, in the element and all below it. */
export function grammarProblems(element: Element, parent?: Element): string[] {
  const below = element.children.flatMap((child) => grammarProblems(child, element));
  const grammar = grammarOf(element, parent);
  if (grammar === undefined) {
    return below;
  }

  const names = element.children.map(({ name }) => name);
  const missing = grammar.required.filter((name) => !names.includes(name));
  const unknown = names.filter((name) => !grammar.order.includes(name));
  const doubled = names.filter((name, index) => names.indexOf(name) < index && !repeatable.has(name));
  const misplaced = names.filter((name, index) => {
    const before = names[index - 1];
    return (
      before !== undefined &&
      grammar.order.includes(name) &&
      grammar.order.indexOf(before) > grammar.order.indexOf(name)
    );
  });
  return [
    ...missing.map((name) => `${element.name} has no ${name}`),
    ...unknown.map((name) => `${name} does not belong in ${element.name}`),
    ...doubled.map((name) => `${element.name} has ${name} twice`),
    ...misplaced.map((name) => `${name} comes too late in ${element.name}`),
    ...below,
  ];
}
