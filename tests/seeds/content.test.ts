import { describe, expect, it } from 'vitest';
import { accounts } from '#db/seeds/demonstration/content/accounts.ts';
import { actions } from '#db/seeds/demonstration/content/actions.ts';
import { actors } from '#db/seeds/demonstration/content/actors.ts';
import { bodies } from '#db/seeds/demonstration/content/bodies.ts';
import { commitments } from '#db/seeds/demonstration/content/commitments.ts';
import { decisions } from '#db/seeds/demonstration/content/decisions.ts';
import { gatherings } from '#db/seeds/demonstration/content/gatherings.ts';
import { groupEvaluations } from '#db/seeds/demonstration/content/group-evaluations.ts';
import { groupings } from '#db/seeds/demonstration/content/groupings.ts';
import { groups } from '#db/seeds/demonstration/content/groups.ts';
import { adoptedIndicators, indicators } from '#db/seeds/demonstration/content/indicators.ts';
import { measures } from '#db/seeds/demonstration/content/measures.ts';
import { notes } from '#db/seeds/demonstration/content/notes.ts';
import { objectives } from '#db/seeds/demonstration/content/objectives.ts';
import { actionEvaluations, pact } from '#db/seeds/demonstration/content/pact.ts';
import { processAnswers, processStatements } from '#db/seeds/demonstration/content/process-review.ts';
import { proposals } from '#db/seeds/demonstration/content/proposals.ts';
import { rounds } from '#db/seeds/demonstration/content/rounds.ts';
import { scenarios } from '#db/seeds/demonstration/content/scenarios.ts';
import { syntheses } from '#db/seeds/demonstration/content/synthesis.ts';
import { censusShares, cycles, questions, territory } from '#db/seeds/demonstration/content/territory.ts';
import type { Note, Reading } from '#db/seeds/demonstration/content/types.ts';
import { votes } from '#db/seeds/demonstration/content/votes.ts';
import { starterGrid } from '#db/seeds/starter-grid/grid.ts';

const keys = (list: readonly { readonly key: string }[]) => list.map(({ key }) => key);

const criteriaOf = (note: Note): readonly Reading[] =>
  note.splitInto ?? (note.component && note.sense ? [{ component: note.component, sense: note.sense }] : []);

const edited = {
  ...{ accounts, actions, actors, bodies, commitments, decisions, gatherings, groupEvaluations, groupings, groups },
  ...{ indicators, measures, objectives, actionEvaluations, pact, processStatements, proposals, rounds, scenarios },
  ...{ syntheses, territory, cycles, questions, censusShares, votes, starterGrid },
};

/** Every string inside a value, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

describe('the starter grid', () => {
  it('holds eight families and names each component once, in three languages', () => {
    expect(starterGrid.families.map(({ letter }) => letter).join('')).toBe('ABCDEFGH');
    const codes = starterGrid.components.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { letter } of starterGrid.families) expect(codes).toContain(`${letter}00`);
    for (const component of starterGrid.components) expect(textsIn(component.name).every(Boolean)).toBe(true);
  });

  it('marks as sourced only what published sources name', () => {
    const sourced = starterGrid.components.filter((component) => component.sourced).map(({ code }) => code);
    expect(sourced.join(' ')).toBe('A00 A01 A02 A03 A04 A05 A06 A07 A09 A10 A11 B00 B01 B02');
    expect(starterGrid.notice.fr).toContain('Ce n’est pas la grille officielle du Conseil de l’Europe');
  });
});

describe('the notes', () => {
  it('are some 240, each with a key of its own and at most 280 characters', () => {
    expect(notes.length).toBeGreaterThanOrEqual(240);
    expect(notes.length).toBeLessThanOrEqual(270);
    expect(new Set(keys(notes)).size).toBe(notes.length);
    for (const note of notes) expect([...note.text].length, note.key).toBeLessThanOrEqual(280);
  });

  it('answer each of the three questions in every group, in five languages', () => {
    for (const group of groups)
      for (const question of questions)
        expect(notes.some((note) => note.group === group.key && note.question === question.key)).toBe(true);
    for (const language of ['de', 'en', 'tr', 'ar'])
      expect(notes.filter((note) => note.language === language).length, language).toBeGreaterThanOrEqual(6);
    expect(new Set(notes.map(({ text }) => text)).size).toBe(notes.length);
  });

  it('are split by quotation only: each excerpt stands word for word in its note', () => {
    const split = notes.filter(({ splitInto }) => splitInto);
    expect(split.length).toBeGreaterThanOrEqual(2);
    for (const note of split) {
      expect(note.component, note.key).toBeUndefined();
      for (const excerpt of note.splitInto ?? []) expect(note.text).toContain(excerpt.text);
    }
  });

  it('are coded on components of the grid once approved, and never when they were not', () => {
    const codes = new Set<string>(starterGrid.components.map(({ code }) => code));
    for (const note of notes) {
      expect(criteriaOf(note).length > 0, note.key).toBe(note.approved);
      const readings = [...criteriaOf(note), ...(note.otherReading ? [note.otherReading] : [])];
      for (const { component } of readings) expect(codes, note.key).toContain(component);
    }
  });

  it('are grouped only with criteria of the same component, sense and polarity, each in one grouping', () => {
    const used = groupings.flatMap(({ criteria }) => criteria);
    expect(new Set(used).size).toBe(used.length);
    for (const grouping of groupings)
      for (const reference of grouping.criteria) {
        const [key, part] = reference.split('#');
        const note = notes.find((candidate) => candidate.key === key);
        expect(note?.cycle, reference).toBe(grouping.cycle);
        expect(note?.approved && !note.keptToGroup && !note.withdrawn, reference).toBe(true);
        if (grouping.by !== 'rainbow') expect(note?.group, reference).toBe(grouping.by);
        const criterion = part === undefined ? note : note?.splitInto?.[Number(part) - 1];
        const { component, sense, polarity } = grouping;
        expect(criterion, reference).toMatchObject({ component, sense, polarity });
      }
  });
});

describe('the indicators', () => {
  it('are twenty adopted, one a component, and two still discussed', () => {
    expect(adoptedIndicators.map(({ status }) => status)).toEqual(Array(20).fill('adopted'));
    expect(indicators.slice(20).map(({ status }) => status)).toEqual(['discussed', 'discussed']);
    expect(new Set(indicators.map(({ component }) => component)).size).toBe(22);
  });

  it('word five different levels in each language, and miss one only where a proposition is missing in a draft', () => {
    for (const { key, status, propositions, ...indicator } of indicators)
      for (const words of [indicator.fr, indicator.en, ...(indicator.easy ? [indicator.easy] : [])]) {
        expect(new Set(words.levels).size, key).toBe(5);
        expect(words.levels[4] === null, key).toBe(propositions.S === null);
        if (status === 'adopted') expect(words.levels, key).not.toContain(null);
      }
    expect(indicators.filter(({ easy }) => easy)).toHaveLength(6);
  });

  it('rest on what people said: each proposition has its criteria, and the missing one has none', () => {
    const said = (cycle: string, indicator: Reading['component'], sense: string) =>
      notes.filter(
        (note) =>
          (note.cycle === cycle || cycle === '2026') &&
          note.approved &&
          !note.keptToGroup &&
          criteriaOf(note).some((reading) => reading.component === indicator && reading.sense === sense),
      ).length;
    for (const { key, cycle, component, propositions } of indicators)
      for (const [sense, proposition] of Object.entries(propositions))
        expect(said(cycle, component, sense) > 0, `${key} ${sense}`).toBe(proposition !== null);
  });
});

describe('the people', () => {
  it('sit seven to twelve in a homogeneous group, and some fourteen in the coordination group', () => {
    for (const { people, key } of groups) expect(people >= 7 && people <= 12, key).toBe(true);
    const today = bodies[0]?.members.filter(({ until }) => until === undefined);
    expect(today).toHaveLength(14);
    expect(bodies[1]?.members.map(({ group }) => group)).toEqual(keys(groups));
  });

  it('have addresses nobody can own, and roles of every kind', () => {
    for (const { email } of accounts) expect(email).toMatch(/^[a-z.-]+@rives-sur-ill\.example$/);
    expect(new Set(accounts.map(({ role }) => role)).size).toBe(6);
    for (const { facilitator } of groups) expect(keys(accounts)).toContain(facilitator);
  });

  it('answered the review of the process with levels for statements that were put', () => {
    expect(processAnswers).toHaveLength(30);
    for (const { levels } of processAnswers)
      expect(keys(processStatements)).toEqual(expect.arrayContaining(Object.keys(levels)));
  });
});

describe('the texts', () => {
  it('are in Unicode’s composed form, without em dashes', () => {
    for (const text of textsIn([edited, notes, processAnswers])) {
      expect(text).toBe(text.normalize('NFC'));
      expect(text).not.toContain('—');
    }
  });

  it('have no-break spaces and curly apostrophes where they were edited; notes stay as they were typed', () => {
    for (const text of textsIn(edited)) expect(text).not.toMatch(/ [?!;:»]|« |\p{L}'\p{L}|\d [€%]/u);
    for (const { text } of notes) expect(text).not.toMatch(/[\u00a0\u202f]/);
  });
});
