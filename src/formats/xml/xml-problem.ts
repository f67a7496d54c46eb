import { FileProblem } from '../file/file-problem';
import { fileMessages } from '../file/messages';

/** What is wrong with an XML document. */
export type XmlFault = 'malformed' | 'doctype' | 'depth' | 'encoding';

/** Why an XML document cannot be read. */
export class XmlProblem extends FileProblem {
  /** @param part the document's name in its zip; '' if it is not known yet */
  constructor(
    readonly fault: XmlFault,
    part = '',
  ) {
    super(fileMessages.xml(fault, part));
  }

  /** The same problem, with the name of the document. */
  in(part: string): XmlProblem {
    return new XmlProblem(this.fault, part);
  }
}
