import { foldedText, normalText } from '../text-normal-form.ts';
import { memberAt, readCell, withMember } from './column.ts';
import type { ReadPart } from './definition-parts.ts';
import { readTable, type NamedGrid } from './definition-table.ts';
import { settingHeadings, settingLines } from './setting-lines.ts';
import type { CellPlace, SheetFault } from './sheet-fault.ts';

/** What the first sheet of a definition workbook sets: all that is not said in lines of other sheets. */
export const settingsIn = (sheets: readonly NamedGrid[]): ReadPart => {
  const table = readTable(sheets, 'instrument', Object.values(settingHeadings));
  const places = new Map<string, CellPlace>();
  const faults: SheetFault[] = [...table.faults];
  let found: Record<string, unknown> = {};
  for (const line of table.lines) {
    const heading = foldedText(line.cell(settingHeadings.name));
    const setting = settingLines.find((known) => known.heading === heading);
    const here = { ...line.place(settingHeadings.name), detail: normalText(line.cell(settingHeadings.name)) };
    if (!setting) {
      faults.push({ ...here, code: 'setting-unknown' });
      continue;
    }
    if (places.has(`/${setting.member}`)) faults.push({ ...here, code: 'setting-twice' });
    const place = line.place(settingHeadings.value);
    places.set(`/${setting.member}`, place);
    const read = readCell(setting, line.cell(settingHeadings.value));
    if (!read.ok) faults.push({ ...place, ...read.failure });
    else if (read.value !== undefined) found = withMember(found, setting.member, read.value);
  }

  const { levels, pupils, ...part } = found;
  const traits = [
    ...(levels === undefined ? [] : [{ kind: 'levelled-statements', field: levels, setting: '/levels' }]),
    ...(pupils === true ? [{ kind: 'pupil-rows', setting: '/pupils' }] : []),
  ];
  traits.forEach(({ setting }, at) => {
    const place = places.get(setting);
    if (place) places.set(`/traits/${at}`, place);
  });
  return {
    part: { ...part, traits: traits.map(({ setting: _, ...trait }) => trait), rows: memberAt(part, 'rows') },
    places,
    faults,
  };
};
