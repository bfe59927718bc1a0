import { countAnswers, countForms, sumDistributions, type Distribution } from './distribution.ts';
import { isWithheld, mayStandAlone, type DisclosureRules, type Lot } from './disclosure.ts';
import { blocksOf, covers, type AnswerCell, type Block, type Publication } from './disclosure-block.ts';
import { findDoubt, type Doubt } from './disclosure-doubt.ts';

/** What is being decided on: the forms, everything published before, the number of the release, the rules, the lot. */
export interface Choice {
  readonly cells: readonly AnswerCell[];
  readonly published: readonly Publication[];
  readonly number: number;
  readonly rules: DisclosureRules;
  readonly lot: Lot | undefined;
}

/** The publication of everybody's answers: one, or none where what came in since the last may not stand alone. */
export function chooseEverybody(choice: Choice): Publication[] {
  const candidate: Publication = { upTo: choice.number, scale: 'classes' };
  if (!hasNews(candidate, choice)) return [];
  return withScales(keepSafeRemainders([candidate], choice), choice);
}

/** The groups of one dimension to publish, beside what `choice.published` holds already. */
export function chooseGroups(choice: Choice, dimension: string, groups: readonly string[]): Publication[] {
  const candidates = groups
    .filter((group) => !isWithheld(choice.lot, dimension, group))
    .map((group): Publication => ({ dimension, group, upTo: choice.number, scale: 'classes' }))
    .filter((one) => hasNews(one, choice) && mayStandAlone(answersIn(one, choice), choice.rules));
  let chosen = withScales(keepSafeRemainders(candidates, choice), choice);
  let doubt: Doubt | undefined;
  while (chosen.length > 0) {
    doubt = findDoubt(choice.cells, [...choice.published, ...chosen], doubt);
    if (doubt === undefined) return chosen;
    chosen = keepSafeRemainders(withoutNext(chosen, choice), choice);
  }
  return [];
}

/** Whether it would tell of forms that its last publication didn't. */
function hasNews(candidate: Publication, { cells, published }: Choice): boolean {
  const last = published.findLast((one) => isSameSet(one, candidate))?.upTo ?? -1;
  return cells.some((cell) => covers(candidate, cell) && cell.release > last && countForms(cell.distribution) > 0);
}

function isSameSet(one: Publication, other: Publication): boolean {
  return one.dimension === other.dimension && one.group === other.group;
}

/** The candidates without those through which a block would follow that may not stand alone. */
function keepSafeRemainders(candidates: readonly Publication[], choice: Choice): Publication[] {
  const unsafe = (block: Block) => !mayStandAlone(block.distribution, choice.rules);
  let kept = [...candidates];
  for (;;) {
    const block = blocksBetween([...choice.published, ...kept], kept, choice).find(unsafe);
    if (block?.cells[0] === undefined || kept.length === 0) return kept;
    kept = without(kept, block.cells[0], choice);
  }
}

/**
 * Five situations where there are enough answers, both in the set and in what follows by subtraction from it and the
 * others in five situations; else three classes.
 */
function withScales(candidates: readonly Publication[], choice: Choice): Publication[] {
  const { rules } = choice;
  const isSmall = (distribution: Distribution) => {
    const n = countAnswers(distribution);
    return n > 0 && n < rules.fiveFrom;
  };
  const inFive = (publications: readonly Publication[]) => publications.filter((one) => one.scale === 'levels');
  let fine = candidates
    .filter((one) => !isSmall(answersIn(one, choice)))
    .map((one): Publication => ({ ...one, scale: 'levels' }));
  for (;;) {
    const block = blocksBetween([...inFive(choice.published), ...fine], fine, choice).find((one) =>
      isSmall(one.distribution),
    );
    if (block?.cells[0] === undefined || fine.length === 0) break;
    fine = without(fine, block.cells[0], choice);
  }
  return candidates.map((one) => fine.find((other) => isSameSet(one, other)) ?? one);
}

function blocksBetween(
  publications: readonly Publication[],
  candidates: readonly Publication[],
  { cells }: Choice,
): Block[] {
  return blocksOf(cells, publications, candidates[0]?.dimension);
}

/** Without the one that covers the cell; if none does, without the next in turn. */
function without(candidates: readonly Publication[], cell: AnswerCell, choice: Choice): Publication[] {
  const covering = candidates.find((one) => covers(one, cell));
  return covering ? candidates.filter((one) => one !== covering) : withoutNext(candidates, choice);
}

/** Groups are hidden for the sake of others in the order of the lot, or else the smallest first. */
function withoutNext(candidates: readonly Publication[], choice: Choice): Publication[] {
  const { lot } = choice;
  const turn = ({ dimension = '', group = '', ...one }: Publication) =>
    lot ? lot(dimension, group) : countAnswers(answersIn({ dimension, group, ...one }, choice));
  return candidates.toSorted((one, other) => turn(one) - turn(other)).slice(1);
}

function answersIn(publication: Publication, { cells }: Choice): Distribution {
  return sumDistributions(cells.filter((cell) => covers(publication, cell)).map((cell) => cell.distribution));
}
