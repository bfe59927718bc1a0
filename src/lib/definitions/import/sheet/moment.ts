const DAY = 86_400_000;

/** Where a workbook's days begin to be counted: 1900's count has a 29 February that there never was. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** Numbers that mean a day or a time, of those that every workbook has. */
const BUILT_IN = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);

/** Longer than any format that a spreadsheet writes: reading it takes the square of its length. */
const MOST_FORMAT = 255;

/** Whether a number in this format is read as a day or a time. */
export function isMoment(format: number, code: string | undefined): boolean {
  if (code === undefined)
    return BUILT_IN.has(format) || (format >= 27 && format <= 36) || (format >= 50 && format <= 58);
  const bare = code.slice(0, MOST_FORMAT).replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare);
}

/** A workbook's number as a day, with its time where it has one: `2026-05-07`, `2026-05-07 14:30`. */
export function momentOf(serial: number, counts1904: boolean): string {
  const epoch = counts1904 ? EPOCH_1904 : EPOCH_1900;
  // Days before March 1900 are counted without the day that there never was.
  const days = !counts1904 && serial < 60 ? serial + 1 : serial;
  const moment = new Date(epoch + Math.round((days * DAY) / 1000) * 1000);
  if (Number.isNaN(moment.getTime())) return String(serial);
  const [day = '', time = ''] = moment.toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`;
}
