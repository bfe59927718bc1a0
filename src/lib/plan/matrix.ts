/** What a cell of actors × objectives needs to know of a commitment. */
export interface Share {
  readonly actorId: string;
  readonly objectiveId: string;
}

export interface ShareMatrix<A, O, S> {
  readonly actors: readonly A[];
  readonly objectives: readonly O[];
  /** `cells[i][j]`: what actor i gives to objective j. */
  readonly cells: readonly (readonly (readonly S[])[])[];
  /** The gaps: objectives that no actor has committed to, actors without a commitment. */
  readonly objectivesWithoutActor: readonly O[];
  readonly actorsWithoutShare: readonly A[];
}

/** Who takes which share in what, gaps included. Actors and objectives keep their order. */
export function shareMatrix<A extends { id: string }, O extends { id: string }, S extends Share>(
  actors: readonly A[],
  objectives: readonly O[],
  shares: readonly S[],
): ShareMatrix<A, O, S> {
  const cells = actors.map((actor) =>
    objectives.map((objective) =>
      shares.filter((share) => share.actorId === actor.id && share.objectiveId === objective.id),
    ),
  );
  return {
    actors,
    objectives,
    cells,
    objectivesWithoutActor: objectives.filter((_, column) => cells.every((row) => row[column]?.length === 0)),
    actorsWithoutShare: actors.filter((_, row) => cells[row]?.every((cell) => cell.length === 0)),
  };
}
