import { failed, ok, type Result } from '#core/result.ts';
import type { NoteName, WorkbookFailure } from '../workbook.ts';
import { longestProperty, namespaceOf, propertyOf } from '../note-places.ts';
import { noteFromXml, noteToXml } from '../note-xml.ts';
import type { Batch } from './run.ts';

/** The note's text: from its part, else from its property; `undefined` when neither stands or neither can be read. */
export const note = async (batch: Batch, name: NoteName): Promise<Result<string | undefined, WorkbookFailure>> => {
  const key = propertyOf[name];
  const { there, property } = await batch((context) => {
    const part = partOf(context, name).load('id');
    const item = key === undefined ? undefined : propertyIn(context, key).load('value');
    return () => ({
      there: !part.isNullObject,
      property: item && !item.isNullObject ? String(item.value) : undefined,
    });
  });
  if (!there) return ok(property);
  const xml = await batch((context) => {
    const text = partOf(context, name).getXml();
    return () => text.value;
  });
  return ok(noteFromXml(xml) ?? property);
};

/** Replaces or removes a note, and reads it back: some Excels have dropped parts without a word. */
export const setNote = async (
  batch: Batch,
  name: NoteName,
  text: string | undefined,
): Promise<Result<void, WorkbookFailure>> => {
  const key = propertyOf[name];
  const before = await batch((context) => {
    const part = partOf(context, name).load('id');
    const item = key === undefined ? undefined : propertyIn(context, key).load('key');
    return () => ({ part: !part.isNullObject, property: item !== undefined && !item.isNullObject });
  });
  await batch((context) => {
    if (text === undefined) {
      if (before.part) partOf(context, name).delete();
    } else if (before.part) {
      partOf(context, name).setXml(noteToXml(namespaceOf(name), text));
    } else {
      context.workbook.customXmlParts.add(noteToXml(namespaceOf(name), text));
    }
    if (key !== undefined) {
      if (text !== undefined && text.length <= longestProperty) context.workbook.properties.custom.add(key, text);
      else if (before.property) propertyIn(context, key).delete();
    }
    return () => undefined;
  }, 'once');
  const kept = await note(batch, name);
  if (!kept.ok || kept.value === text) return kept.ok ? ok(undefined) : kept;
  return failed({ kind: 'unexpected', code: 'NoteNotKept', where: 'CustomXmlPart' });
};

const partOf = (context: Excel.RequestContext, name: NoteName): Excel.CustomXmlPart =>
  context.workbook.customXmlParts.getByNamespace(namespaceOf(name)).getOnlyItemOrNullObject();

const propertyIn = (context: Excel.RequestContext, key: string): Excel.CustomProperty =>
  context.workbook.properties.custom.getItemOrNullObject(key);
