import type { Language } from '#lib/messages/language.ts';
import type { House } from '#lib/platform/house.server.ts';
import type { Person } from '#lib/people/person.ts';

declare global {
  namespace App {
    interface Error {
      message: string;
      requestId?: string;
    }
    interface Locals {
      house: House;
      language: Language;
      person: Person;
      requestId: string;
    }
    interface PageData {
      language?: Language;
    }
  }
}

export {};
