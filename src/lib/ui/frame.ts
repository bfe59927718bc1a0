/** A link as the frame of a page needs it. */
export type FrameLink = { label: string; href: string; lang?: string | undefined };

/**
 * What stands round every page, made once by the layout in the reader's language: the words of the skip link, the
 * product, the place the page belongs to, the languages, the account and the links at the foot.
 */
export type Frame = {
  skip: string;
  /** Where somebody exercises: that nothing counts here. */
  exercise?: string | undefined;
  /** On a device in a public place: where whoever leaves is forgotten, where it begins anew, and its words. */
  kiosk?: Kiosk | undefined;
  product: FrameLink;
  place?: FrameLink | undefined;
  languages?: { label: string; items: Language[] } | undefined;
  /** What the territory's people write in, where it isn't the page's language. */
  said?: string | undefined;
  /** Where the person works, for those who do. */
  work?: FrameLink | undefined;
  account?: FrameLink | undefined;
  /** Whose typed text is kept while another form of the page is sent, and the word that it isn't saved. */
  unsaved?: { person: string; words: string } | undefined;
  /** Name of the trail of pages that leads here, for the ear. */
  trail?: string | undefined;
  /** How every trail begins here: the cycle, the first page of the step, and its list this page is of. */
  above?: FrameLink[] | undefined;
  foot?: { about: string; links: FrameLink[] } | undefined;
};

export type Kiosk = {
  over: string;
  start: string;
  words: { done: string; still: string; forgets: string; stay: string; away: string };
};

/** A language of the interface: its BCP 47 code, its own name, and this page in it. */
export type Language = { code: string; name: string; href: string; current?: boolean };
