/**
 * An amount as people type it (`12 000`, `12.000,50`, `12000.5`) in cents.
 * @returns undefined when it isn't an amount, is negative, has more than two decimals or passes 10¹³ cents
 */
export function readAmount(typed: string): number | undefined {
  const text = typed.replace(/[\s\u00a0\u202f'’€$]/g, '');
  const match = POINT_GROUPS.exec(text) ?? COMMA_GROUPS.exec(text);
  if (!match?.[1]) return undefined;
  const cents = Number(match[1].replace(/[.,]/g, '')) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return cents <= 1e13 ? cents : undefined;
}

/** What groups thousands can't also begin the cents. */
const POINT_GROUPS = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/;
const COMMA_GROUPS = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/;

/** Cents as an amount in a language, without decimals when there are none. */
export function showAmount(cents: number, currency: string, language: string): string {
  const digits = cents % 100 === 0 ? 0 : 2;
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(cents / 100);
}
