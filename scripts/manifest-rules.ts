import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';
import { grammarProblems } from './manifest-grammar';
import { at, parseXml, withDescendants, type Element } from './xml-tree';

const limits = {
  resid: 32,
  'bt:ShortStrings': 125,
  'bt:LongStrings': 250,
  displayName: 125,
  description: 250,
  url: 2048,
};

/** Which list of resources a resid refers to, by the element that carries it. */
const listOf: Readonly<Record<string, string>> = {
  'bt:Image': 'bt:Images',
  Runtime: 'bt:Urls',
  SourceLocation: 'bt:Urls',
  FunctionFile: 'bt:Urls',
  LearnMoreUrl: 'bt:Urls',
  Label: 'bt:ShortStrings',
  Title: 'bt:ShortStrings',
  Description: 'bt:LongStrings',
};

const lists = ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'];

/** A manifest taken apart once, for all the rules. */
interface Manifest {
  readonly root: Element;
  readonly elements: readonly Element[];
  readonly host: Element | undefined;
  /** Resources with the list that each is in. */
  readonly resources: readonly { list: string; id: string; value: string }[];
  /** Elements that refer to a resource. */
  readonly references: readonly { element: Element; resid: string }[];
  /** The folder that the pane's page lies in, where the other files are. */
  readonly folder: string;
}

function takeApart(root: Element): Manifest {
  const elements = withDescendants(root);
  const [resources] = at(root, 'VersionOverrides', 'Resources');
  return {
    root,
    elements,
    host: at(root, 'VersionOverrides', 'Hosts', 'Host')[0],
    resources: lists.flatMap((list) =>
      at(resources ?? root, list).flatMap(({ children }) =>
        children.map(({ attributes }) => ({ list, id: attributes.id ?? '', value: attributes.DefaultValue ?? '' })),
      ),
    ),
    references: elements.flatMap((element) => {
      const { resid } = element.attributes;
      return resid === undefined ? [] : [{ element, resid }];
    }),
    folder: (at(root, 'DefaultSettings', 'SourceLocation')[0]?.attributes.DefaultValue ?? '').replace(/[^/]*$/, ''),
  };
}

/**
 * What Office or its store would refuse in an add-in only manifest, or would silently not load; empty if it is in order. It stands in
 * for Microsoft's validator, which needs the network.
 *
 * @param filesIn the folder that is served at the address of the pane's page; the icons are looked for there
 */
export function manifestProblems(xml: string, filesIn: string = path.join(__dirname, '..')): string[] {
  let root: Element;
  try {
    root = parseXml(xml);
  } catch (error) {
    return [`not well-formed, ${error instanceof Error ? error.message : String(error)}`];
  }
  const manifest = takeApart(root);
  return [
    ...grammarProblems(root),
    ...identityProblems(manifest),
    ...requirementProblems(manifest),
    ...resourceProblems(manifest),
    ...addressProblems(manifest),
    ...runtimeProblems(manifest),
    ...iconProblems(manifest, filesIn),
  ];
}

function identityProblems({ root, elements }: Manifest): string[] {
  const problems: string[] = [];
  const text = (name: string) => at(root, name)[0]?.text ?? '';
  const value = (name: string) => at(root, name)[0]?.attributes.DefaultValue ?? '';
  if (root.name !== 'OfficeApp' || root.attributes['xsi:type'] !== 'TaskPaneApp') {
    problems.push('not a TaskPaneApp');
  }
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text('Id'))) {
    problems.push(`Id "${text('Id')}" is not a GUID`);
  }
  if (!/^\d{1,5}(\.\d{1,5}){0,3}$/.test(text('Version'))) {
    problems.push(`Version "${text('Version')}" is not a version`);
  }
  if (text('ProviderName') === '') {
    problems.push('ProviderName is empty');
  }
  if (text('Permissions') !== 'ReadWriteDocument') {
    problems.push('Permissions is not ReadWriteDocument');
  }
  problems.push(...lengthProblems('DisplayName', value('DisplayName'), limits.displayName));
  problems.push(...lengthProblems('Description', value('Description'), limits.description));
  const ids = elements
    .filter(({ name }) => name === 'Group' || name === 'Control')
    .map(({ attributes }) => attributes.id ?? '');
  problems.push(...repeated(ids).map((id) => `two controls have the id "${id}"`));
  return problems;
}

function requirementProblems({ root, elements }: Manifest): string[] {
  const problems: string[] = [];
  const [overrides] = at(root, 'VersionOverrides');
  if (
    overrides?.attributes['xsi:type'] !== 'VersionOverridesV1_0' ||
    overrides.attributes.xmlns !== 'http://schemas.microsoft.com/office/taskpaneappversionoverrides'
  ) {
    problems.push('VersionOverrides is not 1.0, the only version for a task pane add-in');
  }
  const hosts = at(root, 'Hosts', 'Host').map(({ attributes }) => attributes.Name);
  const overriddenHosts = at(root, 'VersionOverrides', 'Hosts', 'Host').map(({ attributes }) => attributes['xsi:type']);
  if (hosts.join() !== 'Workbook' || overriddenHosts.join() !== 'Workbook') {
    problems.push('the host is not Workbook alone');
  }
  const sets = elements
    .filter(({ name }) => name === 'Set')
    .map(({ attributes }) => `${attributes.Name} ${attributes.MinVersion}`);
  if (sets.join() !== 'SharedRuntime 1.1') {
    problems.push(`requires ${sets.join(', ') || 'nothing'}, not just SharedRuntime 1.1`);
  }
  if (elements.some(({ name }) => name === 'Method')) {
    problems.push('requires single methods');
  }
  return problems;
}

function resourceProblems({ resources, references }: Manifest): string[] {
  const problems = repeated(resources.map(({ id }) => id)).map((id) => `two resources have the id "${id}"`);
  for (const { element, resid } of references) {
    const list = listOf[element.name];
    const found = resources.find(({ id }) => id === resid);
    if (found === undefined) {
      problems.push(`${element.name} refers to "${resid}", which is no resource`);
    } else if (found.list !== list) {
      problems.push(`${element.name} refers to "${resid}", which is in ${found.list}, not in ${list}`);
    }
  }
  for (const { list, id, value } of resources) {
    if (!references.some(({ resid }) => resid === id)) {
      problems.push(`nothing refers to the resource "${id}"`);
    }
    problems.push(...lengthProblems('resid', id, limits.resid));
    if (list === 'bt:ShortStrings' || list === 'bt:LongStrings') {
      problems.push(...lengthProblems(id, value, limits[list]));
    }
  }
  return problems;
}

function addressProblems({ root, elements, resources, folder }: Manifest): string[] {
  const outer = root.children.filter(({ name }) => name.endsWith('Url'));
  const addresses = [
    ...[...outer, ...at(root, 'DefaultSettings', 'SourceLocation')].map(
      ({ attributes }) => attributes.DefaultValue ?? '',
    ),
    ...resources.filter(({ list }) => list === 'bt:Urls' || list === 'bt:Images').map(({ value }) => value),
    ...elements.filter(({ name }) => name === 'AppDomain').map(({ text }) => text),
  ];
  return addresses.flatMap((address) => {
    if (!URL.canParse(address) || !address.startsWith('https://')) {
      return [`"${address}" is not an https address`];
    }
    if (!URL.canParse(folder) || new URL(address).origin !== new URL(folder).origin) {
      return [`"${address}" is not on the pane's origin`];
    }
    return lengthProblems('an address', address, limits.url);
  });
}

/** The shared runtime loads only if everything that runs in it names one and the same page. */
function runtimeProblems({ root, host, elements, resources }: Manifest): string[] {
  if (host === undefined) {
    return [];
  }
  const problems: string[] = [];
  const functions = at(host, 'AllFormFactors', 'ExtensionPoint');
  if (functions.map(({ attributes }) => attributes['xsi:type']).join() !== 'CustomFunctions') {
    problems.push('has no custom functions');
  }
  const [runtime] = at(host, 'Runtimes', 'Runtime');
  const page = runtime?.attributes.resid;
  if (runtime?.attributes.lifetime !== 'long') {
    problems.push('the runtime is not shared: its lifetime is not long');
  }

  const actions = elements.filter(({ name }) => name === 'Action');
  const sharing = [
    ...functions.flatMap((point) => at(point, 'Page', 'SourceLocation')),
    ...at(host, 'DesktopFormFactor', 'FunctionFile'),
    ...actions.flatMap((action) => at(action, 'SourceLocation')),
  ];
  for (const { name, attributes } of sharing) {
    if (attributes.resid !== page) {
      problems.push(`${name} "${attributes.resid}" is not the runtime's page "${page}"`);
    }
  }
  if (!actions.some(({ attributes }) => attributes['xsi:type'] === 'ShowTaskpane')) {
    problems.push('no button shows the pane');
  }
  const pane = at(root, 'DefaultSettings', 'SourceLocation')[0]?.attributes.DefaultValue;
  if (resources.find(({ id }) => id === page)?.value !== pane) {
    problems.push("the runtime's page is not the pane's page");
  }

  for (const name of ['TaskpaneId', 'Namespace']) {
    if (elements.some((element) => element.name === name)) {
      problems.push(`${name} must not be there`);
    }
  }
  return problems;
}

function iconProblems({ root, elements, resources, folder }: Manifest, filesIn: string): string[] {
  const problems: string[] = [];
  const check = (address: string, size: number): void => {
    const file = path.join(filesIn, address.replace(folder, ''));
    if (!file.endsWith('.png') || !existsSync(file)) {
      problems.push(`there is no PNG for "${address}"`);
      return;
    }
    const { width, height } = PNG.sync.read(readFileSync(file));
    if (width !== size || height !== size) {
      problems.push(`${address} is ${width} x ${height} pixels, not ${size} x ${size}`);
    }
  };
  check(at(root, 'IconUrl')[0]?.attributes.DefaultValue ?? '', 32);
  check(at(root, 'HighResolutionIconUrl')[0]?.attributes.DefaultValue ?? '', 64);
  for (const icon of elements.filter(({ name }) => name === 'Icon')) {
    const sizes = icon.children.map(({ attributes }) => Number(attributes.size));
    for (const size of [16, 32, 80]) {
      if (!sizes.includes(size)) {
        problems.push(`an icon has no size ${size}`);
      }
    }
    for (const { attributes } of icon.children) {
      const image = resources.find(({ id }) => id === attributes.resid);
      if (image !== undefined) {
        check(image.value, Number(attributes.size));
      }
    }
  }
  return [...new Set(problems)];
}

function lengthProblems(name: string, value: string, most: number): string[] {
  if (value === '') {
    return [`${name} is empty`];
  }
  return value.length > most ? [`${name} "${value}" has ${value.length} characters, at most ${most} are allowed`] : [];
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) < index))];
}
