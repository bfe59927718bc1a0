import { PEOPLE } from './people.ts';
import { DEFINING } from './definitions.ts';
import { EVALUATING } from './evaluation.ts';
import { INDICATING } from './indicators.ts';
import { PLANNING } from './plan.ts';
import { PUBLICATION } from './publication.ts';
import { everyone, type RouteRule } from './role.ts';
import { TERRITORY } from './territory.ts';
import { VOTING } from './votes.ts';

/**
 * Who may do what, for every route of the build. A route, method or form that isn't stated here fails the test.
 *
 * To add a route: one line, its id and who may. Sets of roles are in role.ts; combine them with [...a, ...b].
 *
 *     [`${CYCLE}/staff`]: { GET: staff },
 *     [`${CYCLE}/staff/groups`]: { GET: staff, 'POST ?/create': by(staff, () => ({ name: 'x', … })) },
 *
 * - The key of a form is `POST` when the page has one (the action `default`), else `POST ?/action`.
 * - `by(who, form)` gives a form that passes the schema; without one the form is empty.
 * - Those with an account who may not must get 404, although what they sent is well formed. Those without one are led
 *   to signing in where an account would help, else get 404; `leadsTo` says where else they are led.
 * - A new bracket in a route (`[vote]`) needs a line in places.ts, and what it names a row in the town
 *   (tests/support/territory.ts).
 */
const LANGUAGE = '/[language=language]';

export const RULES: Readonly<Record<string, RouteRule>> = {
  '/': { GET: everyone },
  '/health': { GET: everyone },
  [LANGUAGE]: { GET: everyone },
  ...PEOPLE,
  ...TERRITORY,
  ...DEFINING,
  ...INDICATING,
  ...EVALUATING,
  ...PLANNING,
  ...VOTING,
  ...PUBLICATION,
};
