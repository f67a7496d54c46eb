import { Component, type ComponentChildren, render } from 'preact';
import { asFailure, type PaneFailure } from '../contract/failure';
import type { PaneServices } from '../contract/services';
import { Button } from '../controls/button';
import { FailureBar } from '../controls/message-bar';
import { Workspace } from './workspace';
import '../controls/text.css';
import '../controls/button.css';
import '../controls/tabs.css';
import '../controls/fields.css';
import '../controls/message-bar.css';
import '../controls/progress.css';
import '../controls/section.css';
import '../clients/clients.css';
import '../data/data.css';
import '../explain/explain.css';
import '../plan/plan.css';
import '../build/build.css';
import './task-bar.css';
import './workspace.css';

/** Shows the pane in an element of the page, in place of what stands there. */
export function mountPane(root: HTMLElement, services: PaneServices): void {
  root.replaceChildren();
  render(
    <CrashGuard>
      <Workspace services={services} />
    </CrashGuard>,
    root,
  );
}

/**
 * Catches what a view throws while it is drawn. The page must not be reloaded for that: the functions of the workbook
 * run in it too.
 */
class CrashGuard extends Component<{ children: ComponentChildren }, { failure: PaneFailure | null }> {
  override state = { failure: null };

  override componentDidCatch(error: unknown): void {
    this.setState({ failure: asFailure(error) });
  }

  override render(): ComponentChildren {
    const { failure } = this.state;
    if (!failure) {
      return this.props.children;
    }
    return (
      <div class="panel alone" role="alert">
        <FailureBar
          failure={failure}
          actions={<Button onClick={() => this.setState({ failure: null })}>Show the pane again</Button>}
        />
      </div>
    );
  }
}
