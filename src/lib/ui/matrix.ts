import type { CommitmentStatus } from './Handshake.svelte';

/** An actor or an objective; `open`: what is said where nothing is given. */
export type Side = { id: string; label: string; href?: string | undefined; open?: string | undefined };
/** What the matrix and its narrow form show. */
export type MatrixFacts = {
  caption: string;
  corner: string;
  actors: Side[];
  objectives: Side[];
  commitments: {
    actor: string;
    objective: string;
    status: CommitmentStatus;
    word: string;
    href?: string | undefined;
    what?: string | undefined;
  }[];
  openLabel: string;
};
