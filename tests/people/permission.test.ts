import { expect, test } from 'vitest';
import {
  isInABody,
  mayAcceptMember,
  mayConfirmDecision,
  mayCoordinate,
  mayFoundTerritory,
  mayLead,
  mayOwn,
  mayPlanGathering,
  mayPrepare,
  mayRecordDecision,
  mayRelay,
  mayWithdrawDecision,
  mayWorkOnIndicators,
  worksIn,
} from '#lib/people/permission.ts';
import { NOBODY, type Account, type Person } from '#lib/people/person.ts';
import type { Role } from '#lib/people/tables.ts';

const ACCOUNT: Account = {
  id: 'me',
  name: 'Moi',
  email: 'me@example.org',
  language: 'fr',
  isOwner: false,
  mayFound: false,
};

const SEAT = { territoryId: 'here', bodyId: 'body', accepted: true, vouchers: ['other', 'third'] };
const plain: Person = { ...NOBODY, account: ACCOUNT };
const owner: Person = { ...NOBODY, account: { ...ACCOUNT, isOwner: true } };
const founder: Person = { ...NOBODY, account: { ...ACCOUNT, mayFound: true } };
const member: Person = { ...plain, memberships: [SEAT] };
const having = (role: Role): Person => ({ ...plain, roles: [{ territoryId: 'here', role }] });

test('an owner looks after the installation and has no part in a territory by that alone', () => {
  expect(mayOwn(owner)).toBe(true);
  expect(mayFoundTerritory(owner)).toBe(true);
  expect([mayCoordinate, mayPlanGathering, mayRelay, mayPrepare, worksIn].some((may) => may(owner, 'here'))).toBe(
    false,
  );
});

test('founding is for owners and those invited to it', () => {
  expect([NOBODY, plain, having('coordinator'), founder].map(mayFoundTerritory)).toEqual([false, false, false, true]);
});

test('each role may do its own and nothing elsewhere', () => {
  const table = [
    { may: mayCoordinate, who: ['coordinator'] },
    { may: mayPlanGathering, who: ['coordinator', 'facilitator'] },
    { may: mayRelay, who: ['relay'] },
    { may: mayWorkOnIndicators, who: ['coordinator', 'facilitator', 'member'] },
    { may: mayPrepare, who: ['coordinator', 'member'] },
    { may: worksIn, who: ['coordinator', 'facilitator', 'relay', 'member'] },
    { may: isInABody, who: ['member'] },
  ];
  const people: Record<string, Person> = {
    nobody: NOBODY,
    resident: plain,
    coordinator: having('coordinator'),
    facilitator: having('facilitator'),
    relay: having('relay'),
    member,
  };
  for (const { may, who } of table) {
    expect(Object.keys(people).filter((name) => may(people[name] ?? NOBODY, 'here'))).toEqual(
      Object.keys(people).filter((name) => who.includes(name)),
    );
    expect(Object.values(people).some((person) => may(person, 'elsewhere'))).toBe(false);
  }
});

test('a gathering is led by its own facilitators only, town staff included', () => {
  const gathering = { territoryId: 'here', facilitatorIds: ['me'] };
  expect(mayLead(having('facilitator'), gathering)).toBe(true);
  expect(mayLead(having('facilitator'), { ...gathering, facilitatorIds: ['other'] })).toBe(false);
  expect(mayLead(having('facilitator'), { ...gathering, territoryId: 'elsewhere' })).toBe(false);
  expect(mayLead(having('coordinator'), gathering)).toBe(false);
  expect(mayLead(NOBODY, gathering)).toBe(false);
});

test('a decision is entered by a member or town staff, confirmed by another member, taken back by who entered it', () => {
  const body = { territoryId: 'here', bodyId: 'body' };
  expect([member, having('coordinator'), having('facilitator')].map((one) => mayRecordDecision(one, body))).toEqual([
    true,
    true,
    false,
  ]);
  expect(mayConfirmDecision(member, { ...body, recordedBy: 'other' })).toBe(true);
  expect(mayConfirmDecision(member, { ...body, recordedBy: null })).toBe(true);
  expect(mayConfirmDecision(member, { ...body, recordedBy: 'me' })).toBe(false);
  expect(mayConfirmDecision(member, { ...body, bodyId: 'other', recordedBy: 'other' })).toBe(false);
  expect(mayConfirmDecision(having('coordinator'), { ...body, recordedBy: 'other' })).toBe(false);
  const by = (vouchers: (string | null)[], accepted = true): Person => ({
    ...plain,
    memberships: [{ ...SEAT, vouchers, accepted }],
  });
  const confirms = (person: Person) => mayConfirmDecision(person, { ...body, recordedBy: 'other' });
  expect([by(['other']), by(['me']), by(['me', 'other']), by(['third'], false)].map(confirms)).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect([by(['other', 'third']), by(['me', 'third']), by([null])].map(confirms)).toEqual([true, true, true]);
  expect(mayWithdrawDecision(plain, { recordedBy: 'me' })).toBe(true);
  expect(mayWithdrawDecision(plain, { recordedBy: 'other' })).toBe(false);
  expect(mayWithdrawDecision(NOBODY, { recordedBy: null })).toBe(false);
});

test('a seat is accepted by a member whose own counts, and neither by who gave it nor by who got it', () => {
  const seat = { territoryId: 'here', bodyId: 'body', accountId: 'new', seatedBy: 'coordinator' };
  expect(mayAcceptMember(member, seat)).toBe(true);
  expect(mayAcceptMember(member, { ...seat, accountId: 'me' })).toBe(false);
  expect(mayAcceptMember(member, { ...seat, seatedBy: 'me' })).toBe(false);
  expect(mayAcceptMember({ ...plain, memberships: [{ ...SEAT, accepted: false }] }, seat)).toBe(false);
  expect([plain, having('coordinator'), NOBODY].some((person) => mayAcceptMember(person, seat))).toBe(false);
});
