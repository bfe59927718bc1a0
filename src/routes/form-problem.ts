import type { FormProblem } from './act.server.ts';

/** What is to be corrected in what an action returned, if anything. */
export function problemIn(form: unknown): FormProblem | undefined {
  return typeof form === 'object' && form !== null && 'errors' in form ? (form as FormProblem) : undefined;
}
