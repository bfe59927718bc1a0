export type FamilyLetter = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H';

type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

/** A family's letter and two digits; `00` stands for the family in general. */
export type ComponentCode = `${FamilyLetter}${Digit}${Digit}`;

export interface InThreeLanguages {
  readonly fr: string;
  readonly en: string;
  readonly de: string;
}

export interface GridFamily {
  readonly letter: FamilyLetter;
  /** Whether the letter, too, is found in published sources; the names of all eight are. */
  readonly letterSourced: boolean;
  readonly name: InThreeLanguages;
  readonly explanation: InThreeLanguages;
}

export interface GridComponent {
  readonly code: ComponentCode;
  /** False: worded and numbered for this starter grid, to be edited by each territory. */
  readonly sourced: boolean;
  readonly name: InThreeLanguages;
  readonly explanation: { readonly fr: string; readonly en: string };
  /** The kind of thing people say; help for those who classify, never shown as anyone's words. */
  readonly examples: readonly string[];
}

export interface StarterGrid {
  readonly version: string;
  readonly name: InThreeLanguages;
  /** Shown wherever the grid is: what it is and what it is not. */
  readonly notice: InThreeLanguages;
  readonly families: readonly GridFamily[];
  readonly components: readonly GridComponent[];
}
