import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ruleOf, type Rule } from './role.ts';
import { RULES } from './rules.ts';

/** One thing that the build answers to. */
export interface Operation {
  readonly route: string;
  readonly method: string;
  readonly action?: string;
}

const LISTING = fileURLToPath(new URL('list-operations.mjs', import.meta.url));
export const OPERATIONS = JSON.parse(execFileSync(process.execPath, [LISTING], { encoding: 'utf8' })) as Operation[];

/** `POST ?/approve` */
export function keyOf({ method, action }: Operation): string {
  return action === undefined || action === 'default' ? method : `${method} ?/${action}`;
}

export function findRule(operation: Operation): Rule | undefined {
  const stated = RULES[operation.route]?.[keyOf(operation)];
  return stated && ruleOf(stated);
}

export const nameOf = (operation: Operation) => `${operation.route} ${keyOf(operation)}`;
