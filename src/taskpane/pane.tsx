import { Component, render, type ComponentChildren } from 'preact';
import { Button } from './controls/button';
import { FailureBar } from './controls/failure-bar';
import { asFailure } from './failure';
import type { PaneFailure, PaneServices } from './services';
import { Workspace } from './views/workspace';
import './controls.css';
import './views.css';
import './explain.css';
import './build.css';

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
