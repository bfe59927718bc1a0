import { allow } from '#routes/act.server.ts';
import { fileOf, getTallyHere } from '../here.server.ts';

/** The shuffled ballots, where enough people voted for them to stay secret. */
export async function GET(event) {
  const { ballots } = (await getTallyHere(event)).tally.published;
  allow(ballots !== undefined);
  return fileOf('ballots.pb', 'text/plain; charset=utf-8', ballots);
}
