import { columnLabel } from '#core/sheet/entry-layout.ts';
import { gardens } from '../../kit/garden-instrument.ts';

test('a column is headed by the label of its field, whatever its id', () => {
  const [field] = gardens.fields;
  if (field === undefined) throw new Error('no field');
  const named = { ...gardens, fields: [{ ...field, id: 'constructor' }] };
  expect(columnLabel(named, 'constructor')).toBe(field.label);
});
