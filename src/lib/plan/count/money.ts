/** Decimal places of the amount as written: 2 for "12.50", 0 for "12" and for "12.000". */
export function decimalsOf(text: string): number {
  return (text.trim().split('.')[1] ?? '').replace(/0+$/, '').length;
}

/**
 * An amount such as "1250" or "1250.5" in units of 10^-decimals: 125050n with two decimals. Undefined when it isn't
 * a plain number of 0 or more, or has more decimals than that.
 */
export function readAmount(text: string, decimals: number): bigint | undefined {
  const amount = text.trim();
  if (!/^\d+(\.\d*)?$/.test(amount) || decimalsOf(amount) > decimals) return undefined;
  const [whole = '', part = ''] = amount.split('.');
  return BigInt(whole + part.slice(0, decimals).padEnd(decimals, '0'));
}

/** The amount with a decimal point and no needless zeros: "1250.5" for 125050n with two decimals. */
export function writeAmount(amount: bigint, decimals: number): string {
  const digits = amount.toString().padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  const part = digits.slice(cut).replace(/0+$/, '');
  return part ? `${digits.slice(0, cut)}.${part}` : digits.slice(0, cut);
}
