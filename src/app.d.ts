import type { GridData } from '#lib/indicators/grid.ts';
import type { Language } from '#lib/messages/language.ts';
import type { House } from '#lib/platform/house.server.ts';
import type { Person } from '#lib/people/person.ts';
import type { Frame } from '#lib/ui/frame.ts';
import type { TroubleWords } from '#routes/trouble.ts';

declare global {
  namespace App {
    interface Error {
      /** What to do, in the reader's language, where it is known. */
      message: string;
      requestId?: string;
    }
    interface Locals {
      house: House;
      language: Language;
      person: Person;
      requestId: string;
      /** On a device in a public place: the code of the gathering that people join on it. */
      kiosk?: string;
      /** What a territory's first grid is copied from; only the wiring knows where it lies. */
      starterGrid: GridData;
      /** What was sent and needs correcting. */
      sent?: FormData;
    }
    interface PageData {
      language?: Language;
      frame?: Frame;
      trouble?: TroubleWords;
    }
  }
}

export {};
