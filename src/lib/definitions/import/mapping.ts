/** Which column of a file is what. Columns are counted from 0; null where the file has none. */
export interface Mapping {
  /** Whether the first row names the columns. */
  readonly header: boolean;
  readonly text: number;
  /** For every row without a group of its own. */
  readonly groupId: string;
  readonly groupColumn: number | null;
  /** For every row without a question of its own. */
  readonly questionId: string;
  readonly questionColumn: number | null;
  /** Whether a row whose group or question isn't known here gets these too, rather than being left out. */
  readonly fallback?: boolean;
  /** For every row without a language of its own. */
  readonly language: string;
  readonly languageColumn: number | null;
  /** The file's own name for each row, by which it is known again. */
  readonly idColumn: number | null;
  readonly moderationColumn: number | null;
  /** Where an older tool had put the words: a component's code, perhaps with a sense. */
  readonly codeColumn: number | null;
  /** What stands in that column for a statement that was rejected. */
  readonly rejected: readonly string[];
}

export type Columns = Pick<
  Mapping,
  'text' | 'groupColumn' | 'questionColumn' | 'languageColumn' | 'idColumn' | 'moderationColumn' | 'codeColumn'
>;

/** Names that columns go by, in the languages of such files. */
const NAMES = {
  text: /^(comment[-_ ]?body|texte?|body|statement|énoncé|enonce|parole|note|idée|idee|contenu|content|crit[èe]re|criterion|verbatim|aussage|beitrag)$/i,
  groupColumn: /^(groupe?|gruppe)s?$/i,
  questionColumn: /^(question|frage)s?$/i,
  languageColumn: /^(langue?|lang|language|sprache)$/i,
  idColumn: /^(id|n°|no|num[ée]ro|comment[-_ ]?id|statement[-_ ]?id|identifiant|nummer)$/i,
  codeColumn: /^(codes?|composante?s?|component|komponente|code[-_ ]composante)$/i,
  moderationColumn: /^(moderated|moderation|modération|modere|modéré)$/i,
} as const satisfies Record<keyof Columns, RegExp>;

/** A first proposal: by the columns' names; the text where none is named so is the column with the longest cells. */
export function guessColumns(names: readonly string[], rows: readonly (readonly string[])[]): Columns {
  const named = (part: keyof Columns) => {
    const place = names.findIndex((name) => NAMES[part].test(name.trim()));
    return place < 0 ? null : place;
  };
  return {
    text: named('text') ?? longestColumn(names.length, rows),
    groupColumn: named('groupColumn'),
    questionColumn: named('questionColumn'),
    languageColumn: named('languageColumn'),
    idColumn: named('idColumn'),
    moderationColumn: named('moderationColumn'),
    codeColumn: named('codeColumn'),
  };
}

function longestColumn(columns: number, rows: readonly (readonly string[])[]): number {
  const lengths = Array.from({ length: columns }, (_, column) =>
    rows.reduce((sum, row) => sum + (row[column]?.length ?? 0), 0),
  );
  return Math.max(0, lengths.indexOf(Math.max(...lengths)));
}
