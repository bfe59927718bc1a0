import type { CycleKey, Day, GroupKey, NeighbourhoodKey } from './types.ts';

export interface Objective {
  readonly key: string;
  readonly cycle: CycleKey;
  readonly title: string;
  readonly indicator: string;
  readonly fromLevel: 1 | 2 | 3 | 4;
  readonly toLevel: 2 | 3 | 4 | 5;
  readonly forWhom: string;
  readonly groups: readonly GroupKey[];
  readonly by: Day;
  readonly why: string;
  /** Answers to the third question that open the discussion. */
  readonly alreadyDone: readonly string[];
  readonly adoptedBy: string;
}

export interface Scenario {
  readonly key: string;
  readonly objective: string;
  readonly title: string;
  readonly text: string;
  readonly effects: readonly {
    readonly indicator: string;
    readonly change: -2 | -1 | 0 | 1 | 2;
    readonly why: string;
  }[];
  readonly worstOff: string;
  readonly futureGenerations: string;
  readonly costEuros: number;
  readonly objections: readonly { readonly objection: string; readonly answer: string }[];
  readonly chosen: boolean;
  readonly reason: string;
}

export interface Proposal {
  readonly key: string;
  readonly cycle: CycleKey;
  readonly title: string;
  readonly what: string;
  readonly where: string;
  readonly neighbourhood?: NeighbourhoodKey;
  readonly kind: 'action' | 'improvement' | 'experiment';
  readonly costEuros: number;
  readonly costWhy: string;
  /** Key of an actor; missing: an orphan, an idea still looking for its holder. */
  readonly holder?: string;
  readonly objectives: readonly string[];
  readonly author: 'resident' | 'group' | 'association' | 'town-staff' | 'business' | 'school';
  readonly day: Day;
  readonly review: ProposalReview;
  readonly appeal?: { readonly day: Day; readonly text: string; readonly answer?: string };
}

export interface ProposalReview {
  readonly day: Day;
  readonly outcome: 'accepted' | 'to-rework' | 'declined';
  /** Accepted after the panel and the author had changed it. */
  readonly changed?: boolean;
  readonly panel: string;
  readonly reasons: string;
}

/** A kind of voter: how many ballots, and how often, out of 100, each proposal is approved. */
export interface TasteProfile {
  readonly who: string;
  readonly ballots: number;
  readonly approves: Readonly<Record<string, number>>;
}

export interface Vote {
  readonly key: string;
  readonly cycle: CycleKey;
  readonly title: string;
  readonly introduction: string;
  readonly opened: Day;
  /** Planned end when it lies after the reference date. */
  readonly closes: Day;
  readonly status: 'closed' | 'open';
  readonly openedBy: string;
  readonly closedBy?: string;
  readonly budgetEuros: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly proposals: readonly string[];
  readonly whoDecides: string;
  readonly binding: string;
  readonly councilDay: Day;
  readonly profiles: readonly TasteProfile[];
}

export interface Actor {
  readonly key: string;
  readonly name: string;
  readonly kind: 'resident-group' | 'association' | 'business' | 'school' | 'public-body' | 'person';
  readonly neighbourhood?: NeighbourhoodKey;
  readonly text: string;
}

export interface Action {
  readonly key: string;
  readonly cycle: CycleKey;
  readonly proposal: string;
  readonly decidedBy: string;
  readonly holder: string;
  readonly connector: string;
  readonly started: Day;
  readonly until: Day;
  readonly status: 'planned' | 'under-way' | 'done' | 'stopped';
  readonly spentEuros: number;
  readonly news: readonly { readonly day: Day; readonly text: string }[];
}

export interface Commitment {
  readonly key: string;
  readonly cycle: CycleKey;
  readonly actor: string;
  /** Missing where the commitment serves the objective without an action of its own. */
  readonly action?: string;
  readonly objective: string;
  readonly gives: 'time' | 'money' | 'place' | 'skill';
  readonly what: string;
  readonly from: Day;
  readonly until: Day;
  readonly status: 'proposed' | 'confirmed' | 'kept' | 'partly-kept' | 'not-kept' | 'renegotiated';
  /** Every change of status, first to last; the last one is `status`. */
  readonly history: readonly CommitmentChange[];
}

export interface CommitmentChange {
  readonly day: Day;
  readonly status: Commitment['status'];
  readonly reason: string;
}

export interface ActionEvaluation {
  readonly action: string;
  readonly indicator: string;
  readonly day: Day;
  readonly judgedBy: string;
  readonly before: 1 | 2 | 3 | 4 | 5;
  readonly expected: 1 | 2 | 3 | 4 | 5;
  readonly observed: 1 | 2 | 3 | 4 | 5;
  readonly reach: string;
  readonly worstOff: string;
  readonly fewerResources: string;
  readonly multiplied: string;
  readonly coResponsibility: string;
  readonly evidence: string;
}

export interface Pact {
  readonly cycle: CycleKey;
  readonly title: string;
  readonly text: readonly string[];
  readonly signed: Day;
  readonly review: Day;
  readonly signatories: readonly string[];
}
