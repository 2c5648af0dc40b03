import type { Instant } from '#core/ids.ts';
import type { Cell } from '#core/cell.ts';

/** What an invented mentor wrote down about schools; places are those of her schools, counted from 0. */
export interface ContactRecipe {
  readonly mentor: string;
  readonly at: Instant;
  readonly acceptedAt?: Instant;
  readonly contacts: readonly (readonly [
    place: number,
    date: string,
    kind: string,
    who: string,
    agreed: string,
    next: Cell,
  ])[];
}

export const contactRecipes: readonly ContactRecipe[] = [
  {
    mentor: 'M-001',
    at: '2009-06-12T16:05:00.000Z',
    acceptedAt: '2009-06-19T09:30:00.000Z',
    contacts: [
      [0, '14/10/2008', 'Visit', 'Head of science', 'The survey is done in form time in November.', '12/11/2008'],
      [
        1,
        '16/10/2008',
        'Visit',
        'STEM co-ordinator',
        'Science and careers staff look at the self-review together.',
        '03/02/2009',
      ],
      [
        1,
        '03/02/2009',
        'Visit',
        'STEM co-ordinator',
        'The list of activities was handed over; evidence for D3 is enough.',
        null,
      ],
      [
        2,
        '20/11/2008',
        'Telephone',
        'Head of technology',
        'Notes of the termly meetings are kept from now on.',
        '26/02/2009',
      ],
      [
        3,
        '27/04/2009',
        'E-mail',
        'Head of computing',
        'A first draft of the self-review comes before half-term.',
        null,
      ],
      [5, '12/05/2009', 'Visit', 'Deputy head', 'A case study on the bridge week is written in June.', '23/06/2009'],
    ],
  },
  {
    mentor: 'M-002',
    at: '2009-06-15T11:40:00.000Z',
    acceptedAt: '2009-06-22T14:10:00.000Z',
    contacts: [
      [
        0,
        '05/11/2008',
        'Visit',
        'Head of mathematics',
        'A STEM co-ordinator is on the agenda of the next leadership meeting.',
        '21/01/2009',
      ],
      [
        1,
        '13/11/2008',
        'Visit',
        'Principal',
        'The college shows its project weeks to two other schools.',
        '28/01/2009',
      ],
      [
        2,
        '19/01/2009',
        'Phone call',
        'Head of geography',
        'The visit to the ferry becomes part of the timeline.',
        null,
      ],
      [
        3,
        '10/03/2009',
        'Email',
        'Careers co-ordinator',
        'The school comes to the conference; the self-review waits until summer.',
        null,
      ],
      [
        4,
        '24/03/2009',
        'Visit',
        'Head of science',
        'Parents are invited to the science evening in June.',
        '18/06/2009',
      ],
    ],
  },
  {
    // Returned, and not looked at by the project team yet.
    mentor: 'M-003',
    at: '2009-06-25T15:55:00.000Z',
    contacts: [
      [
        0,
        '02/12/2008',
        'Visit',
        'Assistant head',
        'Heads of department choose the statements they answer.',
        '10/02/2009',
      ],
      [1, '11/12/2008', 'Telephone', 'Careers co-ordinator', 'Nothing agreed', null],
      [
        2,
        '22/01/2009',
        'Visit',
        'Head of technology',
        'The engineering club keeps a list of the jobs it meets.',
        '30/04/2009',
      ],
      [6, '05/02/2009', 'E-mail', 'Head of science', 'The results of the survey are shown to staff in March.', null],
      [
        9,
        '30/04/2009',
        'Visit',
        'STEM co-ordinator',
        'A first version of the timeline is drawn together in June.',
        '16/06/2009',
      ],
    ],
  },
];
