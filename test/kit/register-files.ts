/** Files of invented schools, written as the government writes its own. URNs that begin with 9990 are no school's. */

/** The first columns of the download as it comes; `wide` makes it as wide as that is. */
const giasHeadings = [
  'URN',
  'LA (code)',
  'LA (name)',
  'EstablishmentNumber',
  'EstablishmentName',
  'TypeOfEstablishment (code)',
  'TypeOfEstablishment (name)',
  'EstablishmentStatus (code)',
  'EstablishmentStatus (name)',
  'OpenDate',
  'CloseDate',
  'PhaseOfEducation (code)',
  'PhaseOfEducation (name)',
  'OfficialSixthForm (name)',
  'Postcode',
  'GOR (code)',
  'GOR (name)',
  'PreviousLA (code)',
  'PreviousEstablishmentNumber',
] as const;

const usual: Readonly<Partial<Record<string, string>>> = {
  'LA (code)': '201',
  'LA (name)': 'Marshfolk',
  EstablishmentNumber: '4001',
  'TypeOfEstablishment (name)': 'Community school',
  'EstablishmentStatus (name)': 'Open',
  OpenDate: '01-09-1863',
  'PhaseOfEducation (name)': 'Secondary',
  'OfficialSixthForm (name)': 'Has a sixth form',
  Postcode: 'ZZ9 9ZZ',
  'GOR (name)': 'North East',
};

export type GiasSchool = Readonly<Partial<Record<(typeof giasHeadings)[number], string>>> & {
  readonly URN: string;
  readonly EstablishmentName: string;
};

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The heading row and a function that writes a school's row; numbers stand without quotation marks, as there. */
export const giasLines = (width: number = giasHeadings.length) => {
  const more = Array.from({ length: width - giasHeadings.length }, (_, at) => `SEN${at + 1} (name)`);
  const rest = more.map(() => ',"Not applicable"').join('');
  return {
    head: [...giasHeadings, ...more].map(quoted).join(',') + '\r\n',
    row: (school: GiasSchool) =>
      giasHeadings
        .map((heading) => (heading === 'URN' ? school.URN : quoted(school[heading] ?? usual[heading] ?? '')))
        .join(',') +
      rest +
      '\r\n',
  };
};

export const giasText = (...schools: readonly GiasSchool[]): string => {
  const { head, row } = giasLines();
  return head + schools.map(row).join('');
};

export interface Link {
  readonly urn: string;
  readonly link: string;
  readonly name?: string;
  readonly type?: string;
  readonly since?: string;
}

export const linksText = (...links: readonly Link[]): string =>
  ['URN,LinkURN,LinkName,LinkType,LinkEstablishedDate']
    .concat(
      links.map(({ urn, link, name = '', type = 'Successor', since = '01-09-2009' }) =>
        [urn, link, quoted(name), quoted(type), since].join(','),
      ),
    )
    .join('\r\n') + '\r\n';

/** Bytes as the government's files have them, Windows-1252; only signs that this encoding has may stand in the text. */
export const windows1252 = (text: string): Buffer =>
  Buffer.from([...text].map((sign) => curly[sign] ?? sign.charCodeAt(0)));

const curly: Readonly<Record<string, number>> = { '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96 };
