/**
 * The parts of an add-in only manifest that this page needs.
 */

/** The add-in, as its manifest describes it. */
export interface Manifest {
  readonly id: string;
  readonly displayName: string;
  /** The page of the shared runtime: functions and task pane. */
  readonly runtimeUrl: string;
  /** `functions.json`; null for an add-in without custom functions. */
  readonly metadataUrl: string | null;
  /** The file of its keyboard shortcuts; null for an add-in without. */
  readonly shortcutsUrl: string | null;
  readonly button: RibbonButton;
}

/** The ribbon button that shows the task pane. */
export interface RibbonButton {
  readonly label: string;
  readonly tip: string;
  readonly iconUrl: string | null;
}

function elements(root: Document | Element, localName: string): Element[] {
  return [...root.getElementsByTagNameNS('*', localName)];
}

function attribute(element: Element | undefined, name: string): string {
  return element?.getAttribute(name) ?? '';
}

class Resources {
  private readonly values: ReadonlyMap<string, string>;

  constructor(document: Document) {
    const resources = elements(document, 'Resources').at(-1);
    const entries = resources ? ['Image', 'Url', 'String'].flatMap((name) => elements(resources, name)) : [];
    this.values = new Map(entries.map((entry) => [attribute(entry, 'id'), attribute(entry, 'DefaultValue')]));
  }

  /** The text behind an element's `resid`. */
  of(element: Element | undefined): string {
    return this.values.get(attribute(element, 'resid')) ?? '';
  }
}

function sourceUrl(resources: Resources, parent: Element | undefined, part: string): string {
  const holder = parent && elements(parent, part)[0];
  return resources.of(holder && elements(holder, 'SourceLocation')[0]);
}

function readButton(document: Document, resources: Resources, displayName: string): RibbonButton {
  const button = elements(document, 'Control').find((control) => attribute(control, 'xsi:type') === 'Button');
  const label = button && [...button.children].find((child) => child.localName === 'Label');
  const tip = button && elements(button, 'Description')[0];
  const icons = button ? elements(button, 'Image') : [];
  const icon = icons.find((image) => attribute(image, 'size') === '32') ?? icons[0];
  return {
    label: resources.of(label) || displayName,
    tip: resources.of(tip) || displayName,
    iconUrl: resources.of(icon) || null,
  };
}

/** Reads a manifest; throws with a reason if this page cannot host the add-in. */
export function readManifest(xml: string): Manifest {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  if (document.querySelector('parsererror')) {
    throw new Error('The manifest is not well-formed XML.');
  }
  const resources = new Resources(document);
  const functions = elements(document, 'ExtensionPoint').find(
    (point) => attribute(point, 'xsi:type') === 'CustomFunctions',
  );
  const runtimeUrl = resources.of(elements(document, 'Runtime')[0]) || sourceUrl(resources, functions, 'Page');
  if (!runtimeUrl) {
    throw new Error('The manifest names no page for a shared runtime.');
  }
  const displayName = attribute(elements(document, 'DisplayName')[0], 'DefaultValue') || 'Add-in';
  return {
    id: elements(document, 'Id')[0]?.textContent?.trim() ?? 'addin',
    displayName,
    runtimeUrl,
    metadataUrl: sourceUrl(resources, functions, 'Metadata') || null,
    shortcutsUrl: attribute(elements(document, 'ExtendedOverrides')[0], 'Url') || null,
    button: readButton(document, resources, displayName),
  };
}
