import type { RequestEvent } from '@sveltejs/kit';
import { LANGUAGE_NAMES, tongueOf } from '#lib/messages/language.ts';
import { translator, type Translate } from '#lib/messages/translate.ts';
import { worksIn } from '#lib/people/permission.ts';
import type { Row } from '#lib/platform/tables.ts';
import { findCycle } from '#lib/territory/cycle.server.ts';
import { findRehearsalCycle } from '#lib/territory/rehearsal.server.ts';
import { findTerritory } from '#lib/territory/territory.server.ts';
import type { Frame, FrameLink } from '#lib/ui/frame.ts';
import { languagesAt } from './participant-pages.ts';

type Where = Pick<RequestEvent<Partial<Record<string, string>>>, 'locals' | 'params' | 'route' | 'url'>;

/** What stands round every page, in the reader's language. */
export async function frameOf(where: Where): Promise<Frame> {
  const { language, house } = where.locals;
  const t = translator(language);
  const territory = where.params.territory ? await findTerritory(house.db, where.params.territory) : undefined;
  const exercises = territory !== undefined && (await isExercise(where, territory));
  // Nothing else of a cycle is there for whoever exercises.
  const around = exercises ? { ...where, params: { ...where.params, cycle: undefined } } : where;
  return {
    skip: t('app.skip'),
    exercise: exercises ? t('app.exercise') : undefined,
    kiosk: kioskOf(where, t),
    product: { label: t('app.name'), href: `/${language}` },
    place: territory && { label: territory.name, href: `/${language}/${territory.slug}` },
    languages: { label: t('app.language'), items: languagesOf(where) },
    said: territory && territory.language !== tongueOf(language) ? territory.language : undefined,
    work: workOf(around, territory, t),
    account: where.locals.kiosk ? undefined : accountOf(where, t),
    unsaved: unsavedOf(where, t),
    trail: t('app.trail'),
    above: territory && (await aboveOf(around, territory, t)),
    foot: {
      about: territory?.demonstration === 1 ? t('app.demonstration') : t('app.about'),
      links: footOf(around, territory, t),
    },
  };
}

async function isExercise({ locals, params }: Where, territory: Row<'territory'>): Promise<boolean> {
  if (!params.cycle || (await findCycle(locals.house.db, territory.id, params.cycle))) return false;
  return (await findRehearsalCycle(locals.house.db, territory.id, params.cycle)) !== undefined;
}

function languagesOf({ locals, route, url }: Where) {
  const query = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/')));
  const search = query.size > 0 ? `?${query}` : '';
  return languagesAt(route.id).map((code) => ({
    code,
    name: LANGUAGE_NAMES[code] ?? code,
    href: url.pathname.replace(/^\/[^/]*/, `/${code}`) + search,
    current: code === locals.language,
  }));
}

/** The pages that have others below them, by their address in the cycle. */
const UPPER_PAGES = {
  definitions: 'step.definitions',
  'definitions/gatherings': 'definitions.gatherings.title',
  indicators: 'indicators.list.title',
  evaluation: 'evaluation.title',
  plan: 'plan.title',
  'plan/actors': 'plan.actors.title',
  'plan/proposals': 'plan.proposals.title',
  'plan/votes': 'votes.title',
} as const;

async function aboveOf(
  { locals, params, url }: Where,
  territory: Row<'territory'>,
  t: Translate,
): Promise<FrameLink[]> {
  const cycle = await findCycle(locals.house.db, territory.id, params.cycle ?? '');
  if (!cycle) return [];
  const home = { label: cycle.name, href: `/${locals.language}/${territory.slug}/${cycle.slug}` };
  const upper = Object.entries(UPPER_PAGES).map(([path, title]) => ({ label: t(title), href: `${home.href}/${path}` }));
  return [home, ...upper].filter(({ href }) => url.pathname.startsWith(`${href}/`));
}

/** The person's workspace, where they have work to do. */
function workOf(
  { locals, params }: Where,
  territory: Row<'territory'> | undefined,
  t: Translate,
): FrameLink | undefined {
  if (!territory || !params.cycle || !worksIn(locals.person, territory.id)) return undefined;
  return { label: t('app.workspace'), href: `/${locals.language}/${territory.slug}/${params.cycle}/staff` };
}

function kioskOf({ locals: { kiosk, language } }: Where, t: Translate): Frame['kiosk'] {
  if (!kiosk) return undefined;
  const start = `/${language}/join/${kiosk}`;
  const words = {
    done: t('kiosk.done'),
    still: t('kiosk.still'),
    forgets: t('kiosk.forgets'),
    stay: t('kiosk.stay'),
    away: t('kiosk.away'),
  };
  return { over: `${start}/kiosk?/over`, start, words };
}

/** The person's account, or the way to one. */
function accountOf({ locals: { language, person } }: Where, t: Translate): FrameLink {
  if (!person.account) return { label: t('app.signIn'), href: `/${language}/sign-in` };
  return { label: t('app.account'), href: `/${language}/account` };
}

/** Only who has an account works on pages with several forms. */
function unsavedOf({ locals: { person } }: Where, t: Translate): Frame['unsaved'] {
  return person.account && { person: person.account.id, words: t('app.unsaved') };
}

function footOf({ locals, params }: Where, territory: Row<'territory'> | undefined, t: Translate): FrameLink[] {
  const { language } = locals;
  const place = territory && `/${language}/${territory.slug}`;
  return [
    { label: t('app.join'), href: `/${language}/join` },
    ...(place && params.cycle ? [{ label: t('app.data'), href: `${place}/${params.cycle}/data` }] : []),
    ...(place ? [{ label: t('app.privacy'), href: `${place}/privacy` }] : []),
  ];
}
