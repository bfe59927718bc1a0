import { readPlace } from '#lib/indicators/component-code.ts';
import type { Translate } from '#lib/messages/translate.ts';
import type { FormProblem } from '#routes/act.server.ts';

type Families = readonly { readonly components: readonly { readonly code: string }[] }[];

/** A typed code that is in no family is said first, and beside its field: the form alone doesn't know the grid. */
export function withKnownCode(
  problem: FormProblem | undefined,
  families: Families,
  t: Translate,
): FormProblem | undefined {
  const code = readPlace(problem?.values.code ?? '')?.code;
  if (!problem || problem.refusal || code === undefined) return problem;
  const known = families.some((family) => family.components.some((component) => component.code === code));
  return known ? problem : { ...problem, errors: { code: t('indicators.unknownCode', { code }), ...problem.errors } };
}
