import type { Row } from '#core/instrument/instrument.ts';
import { benchmarkRow } from './benchmark.ts';

const benchmark = benchmarkRow('GB', ['not-yet', 'partly', 'achieved']);

/** The eight benchmarks as updated for use from September 2025, in short; levels in our own words. */
export const benchmarks2025: readonly Row[] = [
  benchmark(
    1,
    'programme',
    'A stable careers programme, part of the vision for the school and known to pupils, parents and carers, staff, governors and employers.',
    'Careers activities happen, but no written programme brings them together.',
    'A written programme with a careers leader exists; governors do not yet follow it, or nobody has asked what it changes.',
    'Governors and senior leaders back the written programme, it is on the website, and each year we ask what it has changed.',
  ),
  benchmark(
    2,
    'programme',
    'Learning from career and labour market information: all pupils, parents and carers can reach it, with help to use it.',
    'Pupils come across information about careers and the labour market by chance.',
    'Good information is there; some pupils, parents or carers do not yet get help in using it.',
    'All pupils, parents and carers are shown up-to-date information and helped to use it before each choice.',
  ),
  benchmark(
    3,
    'programme',
    'Addressing the needs of each young person, above all of those who face most barriers.',
    'All pupils get the same advice, and nobody records what advice each one has had.',
    'Advice is shaped to some pupils and recorded; it does not yet reach everybody who needs more support.',
    'Advice fits each pupil, most for those who face barriers; records follow pupils, and their destinations are looked at.',
  ),
  benchmark(
    4,
    'programme',
    'Linking curriculum learning to careers: every subject shows where it leads.',
    'Links between lessons and careers are left to single teachers.',
    'Some subjects have links with careers in their schemes of work; in others it is still left to each teacher.',
    'Every subject has links with careers in its schemes of work, and all teachers have been helped to make them.',
  ),
  benchmark(
    5,
    'encounters',
    'Encounters with employers and employees, of different sizes and fields, the self-employed among them.',
    'Few pupils meet an employer or employee through the school in a year.',
    'Many pupils have an encounter each year; not yet everybody, or not yet with different kinds of employers.',
    'Every pupil has a meaningful encounter every year, over the years with different kinds of employers.',
  ),
  benchmark(
    6,
    'encounters',
    'Experiences of workplaces: every pupil sees work at first hand, more than once.',
    'Pupils see a workplace only if they arrange it themselves.',
    'Many pupils have experiences of workplaces; not yet everybody by 16, or nobody asks what they learned there.',
    'By 16 every pupil has had meaningful experiences of workplaces, by 18 another one, and thinks about what they learned.',
  ),
  benchmark(
    7,
    'encounters',
    'Encounters with further and higher education: all pupils meet providers of academic, technical and vocational routes.',
    'Pupils hear about a few routes only, mostly our own sixth form or the nearest college.',
    'Providers of several routes come in; apprenticeships or technical routes are missing, or not yet every pupil meets them.',
    'By 16 every pupil has met providers of all routes, apprenticeships among them, and parents and carers know about it.',
  ),
  benchmark(
    8,
    'guidance',
    'Personal guidance: every pupil has interviews with a qualified careers adviser whenever a choice is near.',
    'Interviews with a careers adviser are for pupils who ask or who worry us.',
    'Many pupils have an interview; not yet everybody by 16, or not always with a qualified adviser.',
    'By 16 every pupil has had an interview with a qualified adviser, by 18 another one, and parents and carers hear of it.',
  ),
];
