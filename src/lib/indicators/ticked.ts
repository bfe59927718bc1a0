const PREFIX = 'criterion-';
const FIELD = new RegExp(`^${PREFIX}([\\w-]{1,64})$`);

/**
 * The criteria that were ticked in a form. Each has a field of its own, named after it, so that what was ticked stays
 * ticked when the form comes back with something to correct; its value is what the person saw of it.
 */
export function tickedCriteria(fields: Readonly<Record<string, unknown>>): { id: string; seen: string }[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const id = FIELD.exec(name)?.[1];
    return id !== undefined && typeof value === 'string' ? { id, seen: value } : [];
  });
}

/** The name of a criterion's field. */
export function fieldOf(criterionId: string): string {
  return PREFIX + criterionId;
}
