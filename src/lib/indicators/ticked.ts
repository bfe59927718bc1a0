const PREFIX = 'criterion-';

/**
 * The criteria that were ticked in a form. Each has a field of its own, named after it, so that what was ticked stays
 * ticked when the form comes back with something to correct; its value is what the person saw of it.
 */
export function tickedCriteria(fields: Readonly<Record<string, unknown>>): { id: string; seen: string }[] {
  return Object.entries(fields).flatMap(([name, value]) =>
    name.startsWith(PREFIX) && typeof value === 'string' ? { id: name.slice(PREFIX.length), seen: value } : [],
  );
}

/** The name of a criterion's field. */
export function fieldOf(criterionId: string): string {
  return PREFIX + criterionId;
}
