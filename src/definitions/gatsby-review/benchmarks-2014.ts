import type { Row } from '#core/instrument/instrument.ts';
import { benchmarkRow } from './benchmark.ts';

const benchmark = benchmarkRow('B', ['not', 'partly', 'achieved']);

/** The eight benchmarks as they were first published in 2014, in short; levels in our own words. */
export const benchmarks2014: readonly Row[] = [
  benchmark(
    1,
    'programme',
    'A stable careers programme that pupils, parents, teachers and employers know and understand.',
    'Careers activities happen, but no written programme brings them together.',
    'A written programme exists; it is not yet on the website, or nobody in senior leadership answers for it.',
    'A written programme, led by a named person and backed by senior leaders, is on the website and looked at every year.',
  ),
  benchmark(
    2,
    'programme',
    'Learning from career and labour market information: every pupil and their parents can reach it and use it.',
    'Pupils come across information about careers and the labour market by chance.',
    'Good information is there for pupils; some of them have not yet used it by 14, or parents are not shown it.',
    'By 14 all pupils have used information about careers and the labour market, and parents are shown where it is.',
  ),
  benchmark(
    3,
    'programme',
    'Addressing the needs of each pupil: advice is shaped to the pupil, aspirations are raised and stereotypes challenged.',
    'All pupils get the same advice, and nobody records what advice each one has had.',
    'Advice is shaped to some pupils, or records are kept for some; this does not yet reach everybody.',
    'Advice fits each pupil, stereotypes are challenged, and records are kept that pupils can see.',
  ),
  benchmark(
    4,
    'programme',
    'Linking curriculum learning to careers: all teachers link their subject with careers.',
    'Links between lessons and careers are left to single teachers.',
    'Some departments plan links with careers; in others it is still left to each teacher.',
    'In every subject lessons link to careers, and by 14 every pupil has seen where STEM subjects can lead.',
  ),
  benchmark(
    5,
    'encounters',
    'Encounters with employers and employees: every pupil learns from them about work.',
    'Few pupils meet an employer or employee through the school in a year.',
    'Many pupils meet an employer or employee; there is not yet one encounter for every pupil every year.',
    'Every pupil, from 11 on, takes part in at least one meaningful encounter with an employer every year.',
  ),
  benchmark(
    6,
    'encounters',
    'Experiences of workplaces: every pupil sees work at first hand.',
    'Pupils see a workplace only if they arrange it themselves.',
    'Many pupils have an experience of a workplace; not yet everybody by 16, or not yet another one by 18.',
    'By 16 every pupil has had an experience of a workplace, and another one by 18 if still at school.',
  ),
  benchmark(
    7,
    'encounters',
    'Encounters with further and higher education: all pupils know every route that is open to them.',
    'Pupils hear about a few routes only, mostly our own sixth form or the nearest college.',
    'Colleges, universities or providers of apprenticeships come in; not all of them, or not yet to every pupil by 16.',
    'By 16 every pupil has met providers of every route: sixth form, college, university and apprenticeships.',
  ),
  benchmark(
    8,
    'guidance',
    'Personal guidance: every pupil can have an interview with a careers adviser.',
    'Interviews with a careers adviser are for pupils who ask or who worry us.',
    'Many pupils have an interview; not yet everybody by 16, or not always with a trained adviser.',
    'By 16 every pupil has had an interview with a trained adviser, and another one by 18 if still at school.',
  ),
];
