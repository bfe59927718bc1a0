import type { Translate } from '#lib/messages/translate.ts';
import type { ActionStatus, CommitmentStatus } from '#lib/plan/tables.ts';

interface Linked {
  readonly id: string;
  readonly href: string;
}

/** What became of an indicator, over the cycles. */
export interface Became {
  /** Rounds that asked it and whose results are out, oldest first. */
  readonly results: readonly (Linked & { readonly name: string })[];
  readonly outcomes: readonly Outcome[];
}

interface Outcome extends Linked {
  readonly title: string;
  readonly actions: readonly (Linked & { readonly title: string; readonly status: ActionStatus })[];
  readonly commitments: readonly (Linked & { readonly words: string; readonly status: CommitmentStatus })[];
}

/** Of several versions of an indicator the newest one: what became of it is told once. */
export function newestOfEach<T extends { readonly indicatorId: string; readonly number: number }>(
  versions: readonly T[],
) {
  return versions.filter((one) =>
    versions.every((other) => other.indicatorId !== one.indicatorId || other.number <= one.number),
  );
}

/** What the kinds of stops are called. */
export interface Kinds {
  readonly result: string;
  readonly objective: string;
  action(status: ActionStatus): string;
  commitment(status: CommitmentStatus): string;
}

export function kindsIn(t: Translate): Kinds {
  return {
    result: t('plan.trace.result'),
    objective: t('plan.trace.objective'),
    action: (status) => `${t('plan.trace.action')} · ${t(`plan.action.${status}`)}`,
    commitment: (status) => `${t('plan.trace.commitment')} · ${t(`plan.status.${status}`)}`,
  };
}

/** The way on from an indicator, as stops of a Trace: its results, then each objective with what is done and promised. */
export function stopsFrom(became: Became, kinds: Kinds) {
  return [...resultStops(became, kinds), ...became.outcomes.flatMap((outcome) => outcomeStops(outcome, kinds))];
}

export function resultStops({ results }: Became, kinds: Kinds) {
  return results.map(({ name, href }) => ({ step: 'evaluation' as const, kind: kinds.result, text: name, href }));
}

/** An objective, then what is done for it and who promised what. */
export function outcomeStops({ title, href, actions, commitments }: Outcome, kinds: Kinds) {
  const step = 'plan' as const;
  return [
    { step, kind: kinds.objective, text: title, href },
    ...actions.map((one) => ({ step, kind: kinds.action(one.status), text: one.title, href: one.href })),
    ...commitments.map((one) => ({ step, kind: kinds.commitment(one.status), text: one.words, href: one.href })),
  ];
}
