import { useState } from 'react';
import { ok } from '#core/result.ts';
import { fromApi } from '#flows/flow-result.ts';
import type { ImportAnswer } from '#wire/register.ts';
import { importedNote } from '../../../messages/register-words.ts';
import { usePane } from '../../../state/PaneContext.tsx';
import { useAction, type Action } from '../../../state/use-action.ts';

/** A file on its way into the register: what it would do, and doing it. */
export interface RegisterImport {
  readonly file: { readonly name: string; readonly preview: ImportAnswer } | undefined;
  readonly look: Action<[name: string, file: Blob]>;
  readonly take: Action<[]>;
  cancel(): void;
}

export const useImport = (onImported: () => void): RegisterImport => {
  const { desk } = usePane();
  const [file, setFile] = useState<{ name: string; blob: Blob; preview: ImportAnswer }>();
  const look = useAction(async (name: string, blob: Blob) => {
    const preview = fromApi(await desk.api.programme.previewImport(blob));
    if (!preview.ok) return preview;
    setFile({ name, blob, preview: preview.value });
    return ok(undefined);
  });
  const take = useAction(async () => {
    if (!file) return ok(undefined);
    const imported = fromApi(await desk.api.programme.importFile(file.blob));
    if (!imported.ok) return imported;
    setFile(undefined);
    onImported();
    return ok(importedNote(imported.value));
  });
  return { file, look, take, cancel: () => setFile(undefined) };
};
