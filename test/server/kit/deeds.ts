import { ownerId } from '#core/ids.ts';
import { instrumentRef } from '#core/instrument/instrument.ts';
import { fingerprintOf } from '#core/returns/fingerprint.ts';
import { paths } from '#wire/paths.ts';
import { giasText, linksText, windows1252 } from '../../kit/register-files.ts';
import { contentOf, submission, type Caller } from './endpoint.ts';
import { forMentors, lateRound, mentorRound, small, type codes } from './small-programme.ts';

export type Who = keyof typeof codes;

/** Somebody's deed: signed in by `as` she does it, and answers the status of the answer; it may be refused. */
export type Deed = (as: (who: Who) => Promise<Caller>, nth: number) => Promise<number>;

/** All that can change what is told of a programme, as it is done through the API. */
export const deeds = {
  start:
    ([who, owner]: School, round: string): Deed =>
    async (as) =>
      (await (await as(who)).put(paths.started(round, owner))).statusCode,

  submit:
    ([who, owner]: School, round: string, stage: string): Deed =>
    async (as, nth) => {
      const caller = await as(who);
      const content = contentOf({ A1: { stage }, A2: { note: `Sown ${nth}` } });
      const instrument = instrumentRef(round === mentorRound ? forMentors : small);
      const place = { instrument, round: round as typeof lateRound, owner: ownerId(owner) };
      const sent = submission(round, owner, `k${nth}`, await latestOf(caller, round, owner), content, {
        fingerprint: fingerprintOf({ ...place, content }),
        ...(round === lateRound ? { late: 'It was wet.' } : {}),
      });
      return (await caller.submit(round, owner, sent)).statusCode;
    },

  accept:
    (who: Who, [, owner]: School, round: string): Deed =>
    async (as) => {
      const caller = await as(who);
      const revision = await latestOf(caller, round, owner);
      return (await caller.put(paths.acceptance(round, owner), { revision })).statusCode;
    },

  ask:
    (who: Who, [, owner]: School, round: string, id: string): Deed =>
    async (as) => {
      const caller = await as(who);
      const revision = await latestOf(caller, round, owner);
      const asked = { id, row: 'A2', field: 'note', revision, text: 'Why?' };
      return (await caller.post(paths.questions(round, owner), asked)).statusCode;
    },

  remark:
    (who: Who, [, owner]: School, round: string, question: string): Deed =>
    async (as, nth) => {
      const said = { id: `r${nth}`, text: `So ${nth}` };
      return (await (await as(who)).post(paths.remarks(round, owner, question), said)).statusCode;
    },

  assign:
    ([who, owner]: School, round: string, question: string, name: string | null): Deed =>
    async (as) =>
      (await (await as(who)).put(paths.assignee(round, owner, question), { name })).statusCode,

  settle:
    ([, owner]: School, round: string, question: string): Deed =>
    async (as) =>
      (await (await as('team')).post(paths.settled(round, owner, question))).statusCode,

  reopen:
    ([, owner]: School, round: string): Deed =>
    async (as, nth) =>
      (await (await as('team')).post(paths.reopening(round, owner), { reason: `Look again ${nth}` })).statusCode,

  withdraw:
    ([, owner]: School, round: string): Deed =>
    async (as, nth) =>
      (await (await as('team')).post(paths.withdrawal(round, owner), { reason: `Wrong ${nth}` })).statusCode,

  addSchool:
    (urn: string, name: string): Deed =>
    async (as) =>
      (await (await as('team')).post(paths.register, { urn, name })).statusCode,

  changeSchool:
    (urn: string, says: object): Deed =>
    async (as) =>
      (await (await as('team')).patch(paths.school(urn), says)).statusCode,

  importList: (urn: string, name: string, enlisted: 'yes' | 'no'): Deed =>
    imported(`URN,Name,Enlisted\r\n${urn},${name},${enlisted}\r\n`),

  importGovernments: (urn: string, name: string): Deed => imported(giasText({ URN: urn, EstablishmentName: name })),

  importLinks: (urn: string, link: string, name: string, since: string): Deed =>
    imported(linksText({ urn, link, name, since })),

  addMentor:
    (schools: readonly string[]): Deed =>
    async (as, nth) =>
      (await (await as('team')).post(paths.people, { role: 'mentor', name: `Mentor ${nth}`, schools })).statusCode,

  renameMentor:
    (name: string): Deed =>
    async (as) =>
      (await (await as('team')).put(paths.personName('P-mo'), { name })).statusCode,

  lookAfter:
    (person: string, schools: readonly string[]): Deed =>
    async (as) =>
      (await (await as('team')).put(paths.personSchools(person), { schools })).statusCode,

  openRound:
    (id: string): Deed =>
    async (as) => {
      const round = { id, title: id, instrument: instrumentRef(small), academicYear: '200910' };
      return (await (await as('team')).post(paths.rounds, { ...round, opens: '2009-06-20T00:00:00Z' })).statusCode;
    },

  changeRound:
    (round: string, change: object): Deed =>
    async (as) =>
      (await (await as('team')).patch(paths.round(round), change)).statusCode,
};

/** Who fills its returns, and which it is; a mentor is an owner too. */
export type School = readonly [Who, string];

const imported =
  (text: string): Deed =>
  async (as) =>
    (await (await as('team')).postCsv(paths.registerImport, windows1252(text))).statusCode;

const latestOf = async (caller: Caller, round: string, owner: string): Promise<number> =>
  (await caller.get(paths.return(round, owner))).json<{ line?: { revision: number } }>().line?.revision ?? 0;
