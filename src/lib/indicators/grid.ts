/** A grid as data: what a territory copies to start from. */
export interface GridData {
  /** Which published grid this is. */
  readonly origin?: string;
  readonly version: string;
  readonly name: InLanguages;
  /** Shown wherever the grid is: what it is and what it is not. */
  readonly notice: InLanguages;
  readonly families: readonly {
    readonly letter: string;
    readonly letterSourced: boolean;
    readonly name: InLanguages;
    readonly explanation: InLanguages;
  }[];
  readonly components: readonly {
    readonly code: string;
    readonly sourced: boolean;
    readonly name: InLanguages;
    readonly explanation: InLanguages;
    /** The kind of thing people say, in the first language of the name. */
    readonly examples: readonly string[];
  }[];
}

export interface InLanguages {
  readonly fr?: string;
  readonly en?: string;
  readonly de?: string;
}

export type GridFault =
  | { readonly reason: 'indicators.gridFamilyTwice'; readonly letter: string }
  | { readonly reason: 'indicators.gridCodeTwice'; readonly code: string }
  | { readonly reason: 'indicators.gridCodeStrange'; readonly code: string }
  | { readonly reason: 'indicators.gridFamilyMissing'; readonly code: string };

/** What keeps a grid from being used; undefined when nothing does. */
export function faultOf(grid: GridData): GridFault | undefined {
  const letters = new Set<string>();
  for (const { letter } of grid.families) {
    if (letters.has(letter)) return { reason: 'indicators.gridFamilyTwice', letter };
    letters.add(letter);
  }
  const codes = new Set<string>();
  for (const { code } of grid.components) {
    if (!/^[A-Z]\d{2}$/.test(code)) return { reason: 'indicators.gridCodeStrange', code };
    if (codes.has(code)) return { reason: 'indicators.gridCodeTwice', code };
    if (!letters.has(code.slice(0, 1))) return { reason: 'indicators.gridFamilyMissing', code };
    codes.add(code);
  }
  return undefined;
}

/** A family as people read it, in one language. */
export interface Family {
  readonly id: string;
  readonly letter: string;
  readonly name: string;
  readonly explanation: string;
  readonly language: string;
  readonly sourced: boolean;
  readonly components: readonly Component[];
}

export interface Component {
  readonly id: string;
  readonly familyId: string;
  readonly code: string;
  readonly name: string;
  readonly explanation: string;
  readonly examples: readonly string[];
  readonly language: string;
  readonly sourced: boolean;
  readonly retired: boolean;
}

/** A version of the grid in one language, families and components in their order; retired components last told apart. */
export interface Grid {
  readonly id: string;
  readonly number: number;
  readonly origin: string;
  readonly name: string;
  readonly notice: string;
  readonly language: string;
  readonly families: readonly Family[];
}

/** Components that can be sorted into. */
export function openComponents(family: Family): readonly Component[] {
  return family.components.filter((component) => !component.retired);
}
