import { useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react';
import { tidyName } from './workbook-name.ts';

interface RenameDialogProps {
  readonly name: string;
  readonly others: readonly string[];
  readonly onRename: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks for another name of the workbook; one that is taken is not accepted. */
export function RenameDialog({ name, others, onRename, onClose }: RenameDialogProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState(name);
  const wanted = tidyName(text);
  const taken = others.some((other) => other.toLowerCase() === wanted.toLowerCase() && other !== name);
  const problem =
    wanted === '' ? 'Type a name.' : taken ? 'Another workbook has this name. Choose a different one.' : '';
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (problem === '') onRename(wanted);
  };
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="rename-title" onClose={onClose}>
      <form onSubmit={submit}>
        <h2 id="rename-title">Rename the workbook</h2>
        <label htmlFor="rename-name">Name</label>
        <input
          id="rename-name"
          value={text}
          maxLength={60}
          autoFocus
          aria-invalid={problem !== ''}
          aria-describedby="rename-problem"
          onFocus={(event) => event.target.select()}
          onChange={(event) => setText(event.target.value)}
        />
        <p id="rename-problem" role="alert">
          {problem}
        </p>
        <div className="dialog-buttons">
          <button type="submit" className="primary">
            Rename
          </button>
          <button type="button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </dialog>
  );
}
