import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useState } from 'preact/hooks';

/** One tab and what it shows. */
export interface TabView<Id extends string> {
  id: Id;
  label: string;
  view(): JSX.Element;
}

interface TabsProps<Id extends string> {
  /** The accessible name of the row of tabs. */
  label: string;
  tabs: readonly TabView<Id>[];
  selected: Id;
  onSelect(id: Id): void;
}

/** The id of a tab's button in the page. */
export function tabElementId(id: string): string {
  return `tab-${id}`;
}

/**
 * The WAI-ARIA tabs pattern with automatic activation. A view is drawn when it is first selected and kept from then on,
 * so that it still holds what the user typed when she comes back.
 */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect }: TabsProps<Id>): JSX.Element {
  const [opened, setOpened] = useState<ReadonlySet<Id>>(new Set([selected]));
  if (!opened.has(selected)) {
    setOpened(new Set([...opened, selected]));
  }

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>, index: number): void => {
    const next = tabAfterKey(event.key, index, tabs.length);
    const tab = next === null ? undefined : tabs[next];
    if (tab === undefined) {
      return;
    }
    event.preventDefault();
    onSelect(tab.id);
    document.getElementById(tabElementId(tab.id))?.focus();
  };

  return (
    <>
      <div class="tabs" role="tablist" aria-label={label}>
        {tabs.map((tab, index) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            class="tab"
            id={tabElementId(tab.id)}
            aria-selected={tab.id === selected}
            aria-controls={`panel-${tab.id}`}
            tabIndex={tab.id === selected ? 0 : -1}
            onClick={() => onSelect(tab.id)}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            <span>{tab.label}</span>
          </button>
        ))}
      </div>
      {tabs.map((tab) => (
        <div
          key={tab.id}
          class="panel"
          role="tabpanel"
          id={`panel-${tab.id}`}
          aria-labelledby={tabElementId(tab.id)}
          hidden={tab.id !== selected}
          tabIndex={0}
        >
          {opened.has(tab.id) && tab.view()}
        </div>
      ))}
    </>
  );
}

/** Where a key leads from a tab, as the WAI-ARIA tabs pattern has it; null for keys that mean nothing here. */
export function tabAfterKey(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (index + 1) % count;
    case 'ArrowLeft':
      return (index + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
