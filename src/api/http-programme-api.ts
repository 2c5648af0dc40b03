import { Type } from 'typebox';
import { ok, type Result } from '#core/result.ts';
import { AuditAnswer, AuditVerification, WireCheckpoint } from '#wire/audit.ts';
import { EverythingAnswer } from '#wire/everything.ts';
import { FigureAnswer, FiguresAnswer } from '#wire/figures.ts';
import { InstrumentsAnswer } from '#wire/instruments.ts';
import { AcceptancesAnswer, DifferencesAnswer, MovesAnswer, RevisionsAnswer } from '#wire/moves.ts';
import { paths } from '#wire/paths.ts';
import { MadeCode, PeopleAnswer, WireMember } from '#wire/people.ts';
import { ProgressAnswer } from '#wire/progress.ts';
import { ImportAnswer, RegisterAnswer, SchoolAnswer } from '#wire/register.ts';
import { RetentionAnswer, WireCertificate } from '#wire/retention.ts';
import type { ApiFailure } from './collection-api.ts';
import { asked, everyPage, type Call, type CallHow } from './http-calls.ts';
import type { ProgrammeApi } from './programme-api.ts';

/** Files of schools, of all that is held about one, or of a whole round may take ten minutes, sending included; so may going through the log of acts. */
const longHow: CallHow = { patience: 600_000 };

/** The project team's part of the endpoint, over the calls of the whole. */
export const httpProgrammeApi = (call: Call): ProgrammeApi => ({
  people: () => everyPage(call, paths.people, PeopleAnswer, ({ people }) => people),
  addPerson: (request, key) => call('POST', paths.people, WireMember, request, { key }),
  renamePerson: (person, name) => call('PUT', paths.personName(person), WireMember, { name }),
  lookAfter: (person, schools) => call('PUT', paths.personSchools(person), WireMember, { schools }),
  endPerson: (person) => call('PUT', paths.personEnded(person), WireMember),
  endSessions: (person) => call('DELETE', paths.personSessions(person), WireMember),
  makeCode: (person, request, key) => call('POST', paths.personCodes(person), MadeCode, request, { key }),
  revokeCode: (person, code) => call('PUT', paths.codeRevoked(person, code), WireMember),
  schools: (query) => call('GET', paths.register + asked(query), RegisterAnswer),
  school: (urn) => call('GET', paths.school(urn), SchoolAnswer),
  everything: (owner) => call('GET', paths.everything(owner), EverythingAnswer, undefined, longHow),
  addSchool: (request) => call('POST', paths.register, SchoolAnswer, request),
  changeSchool: (urn, change) => call('PATCH', paths.school(urn), SchoolAnswer, change),
  previewImport: (file) => call('POST', paths.registerPreview, ImportAnswer, file, longHow),
  importFile: (file) => call('POST', paths.registerImport, ImportAnswer, file, longHow),
  instruments: async () => part(await call('GET', paths.instruments, InstrumentsAnswer), 'instruments'),
  retention: async () => part(await call('GET', paths.retention, RetentionAnswer), 'rounds'),
  purge: (round, request) => call('POST', paths.purge(round), WireCertificate, request),
  certificateText: (round) => call('GET', paths.certificateText(round), Type.String()),
  exportRound: (round, of) =>
    call('GET', paths.export(round) + asked({ ...of, format: 'csv' }), Type.String(), undefined, longHow),
  figures: (round, of = {}) => call('GET', paths.figures(round) + asked({ ...of }), FiguresAnswer),
  figure: (round, { measure, ...place }, page) =>
    call('GET', paths.figure(round, measure) + asked({ ...place, ...page }), FigureAnswer),
  progress: (round, page) => call('GET', paths.progress(round) + asked(page), ProgressAnswer),
  acceptMany: (round, returns) => call('POST', paths.acceptances(round), AcceptancesAnswer, { returns }),
  moves: async (round, owner) => part(await call('GET', paths.moves(round, owner), MovesAnswer), 'moves'),
  revisions: async (round, owner) =>
    part(await call('GET', paths.revisions(round, owner), RevisionsAnswer), 'revisions'),
  differences: (round, owner, from, to) =>
    call('GET', paths.differences(round, owner) + asked({ from, to }), DifferencesAnswer),
  acts: (log, after) => call('GET', paths.audit(log) + asked({ after }), AuditAnswer),
  verifyAudit: () => call('GET', paths.auditVerification, AuditVerification, undefined, longHow),
  checkpoint: (hash) => call('GET', paths.checkpoint(hash), WireCheckpoint),
});

const part = <T, Name extends keyof T>(result: Result<T, ApiFailure>, name: Name): Result<T[Name], ApiFailure> =>
  result.ok ? ok(result.value[name]) : result;
