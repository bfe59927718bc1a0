import { describe, expect, it } from 'vitest';
import { actions } from '#db/seeds/demonstration/content/actions.ts';
import { actors } from '#db/seeds/demonstration/content/actors.ts';
import { ballotsOf } from '#db/seeds/demonstration/content/ballots.ts';
import { bodies } from '#db/seeds/demonstration/content/bodies.ts';
import { commitments } from '#db/seeds/demonstration/content/commitments.ts';
import { decisions } from '#db/seeds/demonstration/content/decisions.ts';
import { weights } from '#db/seeds/demonstration/content/distributions.ts';
import { gatherings } from '#db/seeds/demonstration/content/gatherings.ts';
import { groupEvaluations } from '#db/seeds/demonstration/content/group-evaluations.ts';
import { groups } from '#db/seeds/demonstration/content/groups.ts';
import { adoptedIndicators } from '#db/seeds/demonstration/content/indicators.ts';
import { measures } from '#db/seeds/demonstration/content/measures.ts';
import { notes } from '#db/seeds/demonstration/content/notes.ts';
import { objectives } from '#db/seeds/demonstration/content/objectives.ts';
import { actionEvaluations, pact } from '#db/seeds/demonstration/content/pact.ts';
import { processAnswers } from '#db/seeds/demonstration/content/process-review.ts';
import { proposals } from '#db/seeds/demonstration/content/proposals.ts';
import { quickRound, rounds } from '#db/seeds/demonstration/content/rounds.ts';
import { scenarios } from '#db/seeds/demonstration/content/scenarios.ts';
import { syntheses } from '#db/seeds/demonstration/content/synthesis.ts';
import { censusShares, cycles } from '#db/seeds/demonstration/content/territory.ts';
import { votes } from '#db/seeds/demonstration/content/votes.ts';
import { countEqualShares } from '#lib/plan/count/equal-shares.ts';
import { orderById, usualRules } from '#lib/plan/count/election.ts';

const keys = (list: readonly { readonly key: string }[]) => list.map(({ key }) => key);

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe('the evaluation', () => {
  it('has two closed rounds a year apart whose head counts agree in every dimension', () => {
    const [first, second] = rounds;
    expect((second?.opened ?? 0) - (first?.opened ?? 0)).toBe(365);
    const totals = rounds.map(({ respondents }) => sum(Object.values(respondents).map(({ total }) => total)));
    expect(totals).toEqual([261, 342]);
    for (const round of rounds)
      for (const { total, ...dimensions } of Object.values(round.respondents))
        for (const counts of Object.values(dimensions)) expect(sum(Object.values(counts))).toBe(total);
    for (const shares of [censusShares.neighbourhood, censusShares.ageBand, censusShares.sex])
      expect(sum(Object.values(shares))).toBe(100);
  });

  it('gives weights out of 100 for each indicator, group and round, and a few groups fewer than five answers', () => {
    expect(Object.keys(weights)).toEqual(keys(adoptedIndicators));
    for (const [key, byGroup] of Object.entries(weights))
      for (const byRound of Object.values(byGroup))
        for (const list of Object.values(byRound)) expect(sum(list), key).toBe(100);
    for (const { fewAnswers } of rounds) for (const { answers } of fewAnswers) expect(answers).toBeLessThan(5);
  });

  it('speaks of indicators that exist, with thresholds that go one way', () => {
    const known = keys(adoptedIndicators);
    for (const { indicator } of [...groupEvaluations, ...measures, ...objectives, ...actionEvaluations])
      expect(known).toContain(indicator);
    for (const { thresholds, direction, key } of measures) {
      const up = [...thresholds].sort((a, b) => a - b);
      expect(thresholds, key).toEqual(direction === 'up' ? up : up.reverse());
    }
  });
});

describe('the decisions', () => {
  it('are proposed and seconded by two members of that day, never both of the town’s staff', () => {
    for (const decision of decisions) {
      const body = bodies.find(({ key }) => key === decision.body);
      const members = (body?.members ?? []).filter(
        ({ from, until }) => from <= decision.day && (until === undefined || decision.day < until),
      );
      const [first, second] = [decision.proposedBy, decision.secondedBy].map((key) =>
        members.find((member) => member.key === key),
      );
      expect(first && second && first !== second, decision.key).toBe(true);
      expect([first?.college, second?.college], decision.key).not.toEqual(['town-staff', 'town-staff']);
      const { inFavour, against, abstained } = decision;
      expect(inFavour + against + abstained, decision.key).toBeLessThanOrEqual(members.length);
      expect(inFavour, decision.key).toBeGreaterThan(against);
    }
  });

  it('stand behind every adoption, round, vote, objective and action', () => {
    const taken = keys(decisions);
    const rests = [
      ...adoptedIndicators.map(({ adoptedBy }) => adoptedBy),
      ...rounds.flatMap(({ openedBy, closedBy }) => [openedBy, closedBy]),
      quickRound.openedBy,
      ...votes.flatMap(({ openedBy, closedBy }) => (closedBy ? [openedBy, closedBy] : [openedBy])),
      ...objectives.map(({ adoptedBy }) => adoptedBy),
      ...actions.map(({ decidedBy }) => decidedBy),
    ];
    for (const decision of rests) expect(taken).toContain(decision);
  });
});

describe('the plan', () => {
  it('has 25 proposals in the second cycle: thirteen and nine at a vote, three beside', () => {
    const voted = votes.map((vote) => vote.proposals);
    expect(voted.map((list) => list.length)).toEqual([13, 9]);
    expect(proposals.filter(({ cycle }) => cycle === '2026')).toHaveLength(25);
    for (const key of voted.flat()) {
      const proposal = proposals.find((candidate) => candidate.key === key);
      expect(proposal?.review.outcome, key).toBe('accepted');
      expect(proposal?.holder, key).toBeDefined();
    }
    expect(proposals.filter(({ holder }) => !holder).map(({ review }) => review.outcome)).toEqual([
      'to-rework',
      'to-rework',
    ]);
  });

  it('draws the same 180 and 40 ballots each time, within the number of choices allowed', () => {
    expect(votes.map((vote) => ballotsOf(vote).length)).toEqual([180, 40]);
    for (const vote of votes) {
      expect(ballotsOf(vote)).toEqual(ballotsOf(vote));
      for (const { approves } of vote.profiles)
        expect(vote.proposals).toEqual(expect.arrayContaining(Object.keys(approves)));
      for (const ballot of ballotsOf(vote)) {
        expect(ballot.length).toBeGreaterThanOrEqual(vote.minimum);
        expect(ballot.length).toBeLessThanOrEqual(vote.maximum);
      }
    }
  });

  it('starts as actions what the method of equal shares funds, though others had more votes', () => {
    const [vote] = votes;
    if (!vote) throw new Error('There is no vote.');
    const projects = proposals
      .filter(({ key }) => vote.proposals.includes(key))
      .map(({ key, costEuros }) => ({ id: key, cost: BigInt(costEuros) * 100n }));
    const ballots = ballotsOf(vote).map((approves) => ({ approves, voters: 1 }));
    const election = { budget: BigInt(vote.budgetEuros) * 100n, projects, ballots };
    const outcome = countEqualShares(election, usualRules(orderById(projects)));
    const started = actions.filter(({ cycle }) => cycle === '2026').map(({ proposal }) => proposal);
    expect([...outcome.winners].sort()).toEqual(started.sort());
    const approvals = (key: string) => ballots.filter(({ approves }) => approves.includes(key)).length;
    const lost = vote.proposals.filter((key) => !started.includes(key));
    expect(lost.some((key) => approvals(key) > Math.min(...started.map(approvals)))).toBe(true);
  });

  it('refers only to actors, objectives, proposals, actions and notes that exist', () => {
    const at = { actors: keys(actors), objectives: keys(objectives), actions: keys(actions), notes: keys(notes) };
    for (const { holder, objectives: answered } of proposals) {
      if (holder) expect(at.actors).toContain(holder);
      expect(at.objectives).toEqual(expect.arrayContaining([...answered]));
    }
    for (const { proposal, holder } of actions) {
      expect(keys(proposals)).toContain(proposal);
      expect(at.actors).toContain(holder);
    }
    for (const { alreadyDone } of objectives)
      for (const key of alreadyDone)
        expect(notes.find((note) => note.key === key)?.question, key).toBe('responsibility');
    for (const { objective, effects } of scenarios) {
      expect(at.objectives).toContain(objective);
      expect(keys(adoptedIndicators)).toEqual(expect.arrayContaining(effects.map(({ indicator }) => indicator)));
    }
    expect(at.actors).toEqual(expect.arrayContaining([...pact.signatories]));
    for (const { action } of actionEvaluations) expect(at.actions).toContain(action);
  });

  it('compares two scenarios or more for two objectives or more', () => {
    const compared = objectives.filter(({ key }) => scenarios.filter(({ objective }) => objective === key).length >= 2);
    expect(compared.length).toBeGreaterThanOrEqual(2);
  });

  it('tells each commitment’s story in order, ending in its status, with every kind of ending', () => {
    for (const { key, actor, action, objective, history, status } of commitments) {
      expect(keys(actors), key).toContain(actor);
      if (action) expect(keys(actions), key).toContain(action);
      expect(keys(objectives), key).toContain(objective);
      const days = history.map(({ day }) => day);
      expect(days, key).toEqual([...days].sort((a, b) => a - b));
      expect(history.at(-1)?.status, key).toBe(status);
      expect(history.every(({ reason, day }) => reason && day <= 0)).toBe(true);
    }
    for (const status of ['proposed', 'confirmed', 'kept', 'partly-kept', 'not-kept', 'renegotiated'])
      expect(commitments.map((commitment) => commitment.status)).toContain(status);
  });
});

describe('the calendar', () => {
  it('tells nothing as done that lies ahead, and keeps the second vote open today', () => {
    const told = [...decisions, ...actions.flatMap(({ news }) => news), ...processAnswers, ...actionEvaluations];
    for (const { day } of told) expect(day).toBeLessThanOrEqual(0);
    for (const { status, day, key } of gatherings) expect(status === 'planned', key).toBe(day > 0);
    for (const { status, opened, closes } of votes) expect(status === 'open').toBe(opened <= 0 && closes > 0);
    for (const { news, started } of actions) for (const { day } of news) expect(day).toBeGreaterThanOrEqual(started);
  });

  it('closes the first cycle before it makes the second from it', () => {
    const [first, second] = cycles;
    expect(second?.madeFrom).toBe(first?.key);
    expect(first?.closed).toBeLessThan(second?.opened ?? -Infinity);
    expect(second?.closed).toBeUndefined();
  });

  it('has each group’s first synthesis validated at its second meeting', () => {
    for (const { key } of groups) {
      const synthesis = syntheses.find(({ by, cycle }) => by === key && cycle === '2025');
      const meeting = gatherings.find(({ group, purpose }) => group === key && purpose === 'validation');
      expect(synthesis?.validation?.day, key).toBe(meeting?.day);
    }
  });
});
