import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Mapping } from '../../bills/mapping/mapping';
import { formatMapping, parseMapping } from '../../bills/mapping/mapping-text';
import { FileProblem } from '../../formats/file/file-problem';
import { Button } from '../controls/button';
import { Section } from '../controls/section';
import { FieldRow } from './step';

interface MappingTextFieldProps {
  mapping: Mapping;
  columns: readonly string[];
  onMapping(mapping: Mapping): void;
}

/** The whole mapping as one line, to be carried from one workbook to another; AIImports keeps it, and the command line takes it. */
export function MappingTextField({ mapping, columns, onMapping }: MappingTextFieldProps): JSX.Element {
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState('');
  const apply = (): void => {
    try {
      onMapping(parseMapping(typed ?? '', mapping, columns));
      setTyped(null);
      setProblem('');
    } catch (thrown) {
      if (!(thrown instanceof FileProblem)) {
        throw thrown;
      }
      setProblem(thrown.message);
    }
  };
  return (
    <Section title="Mapping as text">
      <FieldRow id="import-mapping-text" label="Mapping">
        <textarea
          id="import-mapping-text"
          rows={4}
          autocomplete="off"
          spellcheck={false}
          aria-describedby="import-mapping-problem"
          aria-invalid={problem !== ''}
          value={typed ?? formatMapping(mapping)}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </FieldRow>
      <p class="field-problem" id="import-mapping-problem" role="alert">
        {problem}
      </p>
      <div>
        <Button disabled={typed === null} onClick={apply}>
          Apply
        </Button>
      </div>
    </Section>
  );
}
