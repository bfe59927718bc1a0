import { createAccount } from '#lib/people/account.server.ts';
import { hashPassword } from '#lib/people/password.server.ts';
import { grantRole } from '#lib/people/role.server.ts';
import type { Role } from '#lib/people/tables.ts';
import type { House } from '#lib/platform/house.server.ts';
import { PROGRAM } from '#lib/platform/journal.server.ts';
import { dayAfter, dayOf } from '#lib/platform/time.ts';
import { createBody } from '#lib/territory/body.server.ts';
import { createCycle } from '#lib/territory/cycle.server.ts';
import { recordDecision } from '#lib/territory/decision.server.ts';
import { leadGathering, planGathering } from '#lib/territory/gathering.server.ts';
import { createGroup } from '#lib/territory/group.server.ts';
import { addMember } from '#lib/territory/member.server.ts';
import { addNeighbourhood } from '#lib/territory/neighbourhood.server.ts';
import { addQuestion } from '#lib/territory/question.server.ts';
import { createTerritory, getTerritory } from '#lib/territory/territory.server.ts';
import type { Row } from '#lib/platform/tables.ts';
import type { PlanOfTown } from './plan.ts';
import type { RoundOfTown } from './round.ts';
import type { RoomOfTown } from './room.ts';
import type { SortedOfTown } from './sorted.ts';

/** Everyone's password in the tests. */
export const PASSWORD = 'une compagnie de moineaux';

export interface TestAccount {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

/** A small town made by the product's own commands: one cycle with every step open, one group, one gathering. */
export interface Town {
  readonly territory: Row<'territory'>;
  readonly cycle: { readonly id: string; readonly slug: string };
  /** `/fr/SLUG/CYCLE` */
  readonly base: string;
  readonly questionIds: readonly string[];
  readonly groupId: string;
  readonly bodyId: string;
  /** Entered by the coordinator, not confirmed. */
  readonly decisionId: string;
  /** The seat of `secondMember`. */
  readonly memberId: string;
  readonly neighbourhoodId: string;
  /** Open for writing; its facilitator is `facilitator`. */
  readonly gatheringId: string;
  readonly code: string;
  /** By roll, and open: where a test asked for it (`withVote`). */
  readonly voteId?: string;
  /** One of each thing of a plan: where a test asked for it (`withPlan`). */
  readonly plan?: PlanOfTown;
  readonly round?: RoundOfTown;
  /** One of each thing of step 1: where a test asked for it (`withRoom`). */
  readonly room?: RoomOfTown;
  /** One of each thing of step 2: where a test asked for it (`withSorted`). */
  readonly sorted?: SortedOfTown;
  readonly people: Readonly<Record<Part, TestAccount>>;
}

/** Whom a test can act as in a town. `facilitator` leads the town's gathering, `otherFacilitator` none. */
export type Part =
  'coordinator' | 'facilitator' | 'otherFacilitator' | 'relay' | 'member' | 'secondMember' | 'resident' | 'owner';

const ROLE: Readonly<Record<Part, Role | undefined>> = {
  coordinator: 'coordinator',
  facilitator: 'facilitator',
  otherFacilitator: 'facilitator',
  relay: 'relay',
  member: undefined,
  secondMember: undefined,
  resident: undefined,
  owner: undefined,
};

export async function makeTown(house: Pick<House, 'write' | 'db' | 'clock'>, name = 'Rives'): Promise<Town> {
  const passwordHash = await (hashed ??= hashPassword(PASSWORD));
  return house.write(async (db, now) => {
    const today = dayOf(now, 'Europe/Paris');
    const { id: territoryId, slug } = await createTerritory(
      db,
      {
        name,
        tagline: 'Une ville pour les essais',
        language: 'fr',
        timeZone: 'Europe/Paris',
        currency: 'EUR',
        leastShown: 5,
        contact: 'mairie@example.org',
        actor: PROGRAM,
      },
      now,
    );
    const people = {} as Record<Part, TestAccount>;
    for (const part of Object.keys(ROLE) as Part[]) {
      const email = `${part}@${slug}.example`.toLowerCase();
      const facts = { email, name: `${part} ${name}`, language: 'fr', passwordHash, verified: true };
      const id = await createAccount(db, { ...facts, isOwner: part === 'owner' }, now);
      people[part] = { id, email, name: facts.name };
      const role = ROLE[part];
      if (role) await grantRole(db, { territoryId, accountId: id, role, actor: PROGRAM }, now);
    }
    const always = { opensOn: dayAfter(today, -30), closesOn: null };
    const cycle = await createCycle(
      db,
      {
        territoryId,
        name: '2026',
        periods: { definitions: always, indicators: always, evaluation: always, plan: always },
        actor: PROGRAM,
      },
      now,
    );
    const cycleId = cycle.id;
    const questionIds: string[] = [];
    for (const [polarity, text] of QUESTIONS) {
      const texts = [{ language: 'fr', form: 'plain', text }] as const;
      questionIds.push(await addQuestion(db, { territoryId, cycleId, polarity, texts, actor: PROGRAM }, now));
    }
    const groupId = await createGroup(
      db,
      {
        territoryId,
        cycleId,
        kind: 'homogeneous',
        name: 'Les jeunes',
        standsFor: 'les 15–25 ans',
        targetSize: 10,
        neighbourhoodId: null,
        actor: PROGRAM,
      },
      now,
    );
    const bodyId = await createBody(
      db,
      {
        territoryId,
        kind: 'coordination',
        name: 'Groupe de coordination',
        mandate: 'Porter la démarche',
        actor: PROGRAM,
      },
      now,
    );
    let memberId = '';
    for (const part of ['member', 'secondMember'] as const)
      memberId = await addMember(
        db,
        {
          territoryId,
          bodyId,
          accountId: people[part].id,
          name: people[part].name,
          capacity: 'habitante',
          since: dayAfter(today, -30),
          actor: PROGRAM,
        },
        now,
      );
    const neighbourhoodId = await addNeighbourhood(db, { territoryId, name: 'Les Tanneurs', actor: PROGRAM }, now);
    const decisionId = await recordDecision(
      db,
      {
        territoryId,
        bodyId,
        decidedOn: today,
        title: 'Nos règles pour travailler ensemble',
        text: '',
        purpose: 'general',
        subjectId: null,
        actor: { kind: 'account', id: people.coordinator.id },
      },
      now,
    );
    const gatheringId = await planGathering(
      db,
      {
        territoryId,
        groupId,
        place: 'Maison de quartier',
        day: today,
        time: '18:00',
        facilitatorIds: [people.facilitator.id],
        actor: PROGRAM,
      },
      now,
    );
    const questionId = questionIds[0] ?? null;
    await leadGathering(db, { territoryId, gatheringId, phase: 'writing', questionId, actor: PROGRAM }, now);
    const { code } = await db
      .selectFrom('gathering')
      .select('code')
      .where('territory_id', '=', territoryId)
      .where('id', '=', gatheringId)
      .executeTakeFirstOrThrow();
    const territory = await getTerritory(db, territoryId);
    const base = `/fr/${slug}/${cycle.slug}`;
    return {
      territory,
      cycle,
      base,
      questionIds,
      groupId,
      bodyId,
      decisionId,
      memberId,
      neighbourhoodId,
      gatheringId,
      code,
      people,
    };
  });
}

/** A town's settings as they are, to be changed in part. */
export function settingsOf({ territory }: Town) {
  const { id: territoryId, name, tagline, language, currency, contact } = territory;
  const kept = { leastShown: territory.least_shown, authorDays: 365, unapprovedDays: 730 };
  return {
    territoryId,
    name,
    tagline,
    language,
    timeZone: territory.time_zone,
    currency,
    contact,
    ...kept,
    actor: PROGRAM,
  };
}

let hashed: Promise<string> | undefined;

const QUESTIONS = [
  ['well-being', 'Qu’est-ce que le bien-être pour vous ?'],
  ['ill-being', 'Qu’est-ce que le mal-être pour vous ?'],
  ['responsibility', 'Que faites-vous pour votre bien-être et celui des autres ?'],
] as const;
