import { findReview } from '#lib/territory/review.server.ts';
import { stateOf } from '#lib/territory/review.ts';
import { getCalendar, listCycles } from '#lib/territory/cycle.server.ts';
import { leastShownIn } from '#lib/territory/least-shown.ts';
import { getPlace, publicPage } from '#routes/place.server.ts';
import { standingOf, stepsNow } from './standing.server.ts';

export async function load(event) {
  const { house, language } = event.locals;
  const { db } = house;
  const place = await getPlace(event);
  const { territory, cycle, today, base } = place;
  publicPage(event, territory.id);
  const calendar = await getCalendar(db, territory.id, cycle.id);
  const standing = await standingOf(db, place);
  const cycles = await listCycles(db, territory.id);
  return {
    base,
    // Said in the territory's own language; others get the product's words.
    tagline: territory.language === language ? territory.tagline : '',
    cycle: { name: cycle.name, purpose: cycle.purpose, closed: cycle.closed_at !== null },
    steps: stepsNow(calendar, standing, today),
    standing,
    // Few people aren't counted out loud.
    people: standing.words.people >= leastShownIn(cycle, territory) ? standing.words.people : 0,
    review: stateOf(await findReview(db, territory.id, cycle.id)),
    others: cycles
      .filter((one) => one.id !== cycle.id)
      .map(({ slug, name }) => ({ name, href: `/${language}/${territory.slug}/${slug}` })),
  };
}
