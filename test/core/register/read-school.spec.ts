import { readCells, readRow } from './rows.ts';

const gias = {
  URN: '999011',
  'LA (code)': '201',
  'LA (name)': 'Marshfolk',
  EstablishmentNumber: '4001',
  EstablishmentName: 'Reedham School',
  'EstablishmentStatus (name)': 'Closed',
  OpenDate: '01-09-1863',
  CloseDate: '31-08-2009',
  'PhaseOfEducation (name)': 'Secondary',
  Postcode: 'ZZ9 9ZZ',
  'GOR (name)': 'North East',
};

const said = (row: Readonly<Record<string, string>>) => {
  const read = readCells(row);
  if (!read.ok || !read.value || !('says' in read.value)) throw new Error(JSON.stringify(read));
  return read.value.says;
};
const problems = (row: Readonly<Record<string, string>>) => {
  const read = readCells(row);
  return read.ok ? [] : read.failure;
};

test('the government’s download says all that it knows of a school, and nothing that is the programme’s own', () => {
  expect(readCells(gias)).toEqual({
    ok: true,
    value: {
      row: 2,
      urn: '999011',
      says: {
        name: 'Reedham School',
        laestab: '201/4001',
        status: 'closed',
        opened: '1863-09-01',
        closed: '2009-08-31',
        phase: 'Secondary',
        localAuthority: 'Marshfolk',
        region: 'North East',
        postcode: 'ZZ9 9ZZ',
      },
    },
  });
});

test('in the government’s download a blank cell says that there is none; a column that is not there says nothing', () => {
  expect(said({ ...gias, CloseDate: '', Postcode: ' ' })).toMatchObject({ closed: null, postcode: null });
  expect(said({ ...gias, EstablishmentNumber: '' })).toMatchObject({ laestab: null });
  expect(said({ URN: '999011', EstablishmentName: 'Reedham School' })).toEqual({ name: 'Reedham School' });
});

test('in a list that somebody made a blank cell says nothing', () => {
  expect(said({ URN: '999011', Name: 'Reedham School', Region: '', Enlisted: '', Mentor: '' })).toEqual({
    name: 'Reedham School',
  });
});

test('a list says what it says, a mentor by id or by a name that only one has', () => {
  const list = {
    urn: '999011',
    laestab: '2014001',
    postcode: 'ZZ9 9ZZ',
    local_authority: 'Marshfolk',
    region: 'North',
    phase: 'Secondary',
    specialism: 'Engineering',
    enlisted: 'Yes',
    mentor: 'mo mentor',
  };
  expect(said(list)).toEqual({
    laestab: '201/4001',
    postcode: 'ZZ9 9ZZ',
    localAuthority: 'Marshfolk',
    region: 'North',
    phase: 'Secondary',
    specialism: 'Engineering',
    enlisted: true,
    mentor: 'M-1',
  });
  expect(said({ urn: '999011', mentor: 'm-2', enlisted: 'no' })).toEqual({ mentor: 'M-2', enlisted: false });
});

test.each([
  ['Open', 'open'],
  ['Open, but proposed to close', 'open'],
  ['Proposed to open', 'proposed'],
  ['Closed', 'closed'],
])('the status “%s” is %s', (word, status) => {
  expect(said({ ...gias, 'EstablishmentStatus (name)': word })).toMatchObject({ status });
});

test.each([
  ['four digits lost their zeros', { 'LA (code)': '201', EstablishmentNumber: '12' }, '201/0012'],
  ['an authority lost its zero', { 'LA (code)': '1', EstablishmentNumber: '4001' }, '001/4001'],
])('in a LAESTAB %s: a spreadsheet did that, and they are put back', (_what, over, laestab) => {
  expect(said({ ...gias, ...over })).toMatchObject({ laestab });
});

test.each([
  ['URN', '12345', 'urn-wrong'],
  ['URN', '9990111', 'urn-wrong'],
  ['URN', '999 011', 'urn-wrong'],
  ['URN', '1E+05', 'urn-wrong'],
  ['URN', '', 'urn-wrong'],
  ['EstablishmentName', '', 'name-missing'],
  ['EstablishmentName', 'x'.repeat(201), 'too-long'],
  ['EstablishmentStatus (name)', 'Shut', 'status-unknown'],
  ['OpenDate', '31-02-1990', 'day-wrong'],
  ['CloseDate', 'soon', 'day-wrong'],
  ['EstablishmentNumber', '40015', 'laestab-wrong'],
  ['Postcode', 'x'.repeat(21), 'too-long'],
])('a row is refused by its number, its column and what stands there: %s “%s”', (column, value, fault) => {
  expect(problems({ ...gias, [column]: value })).toEqual([{ row: 2, column, fault, value: value.slice(0, 200) }]);
});

test.each([
  ['enlisted', 'perhaps', 'not-yes-or-no'],
  ['mentor', 'Nobody Here', 'mentor-unknown'],
  ['mentor', 'Sam Same', 'mentor-unknown'],
  ['laestab', '201-40', 'laestab-wrong'],
])('a list too: %s “%s”', (column, value, fault) => {
  expect(problems({ URN: '999011', [column]: value })).toEqual([{ row: 2, column, fault, value }]);
});

test('every problem of a row is told at once', () => {
  expect(problems({ ...gias, URN: 'x', OpenDate: 'y' }).map(({ column }) => column)).toEqual(['URN', 'OpenDate']);
});

test('a row that has more cells than there are headings is refused; blank ones at its end do not matter', () => {
  expect(readRow(['URN', 'Name'], ['999011', 'Reedham', 'Upper'])).toMatchObject({
    ok: false,
    failure: [{ fault: 'too-many-cells' }],
  });
  expect(readRow(['URN', 'Name'], ['999011', 'Reedham', '', ' '])).toMatchObject({ ok: true });
});

test('a blank row is passed over', () => {
  expect(readRow(['URN', 'Name'], ['', ' '])).toEqual({ ok: true, value: undefined });
});
