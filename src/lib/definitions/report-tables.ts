declare module '#lib/platform/tables.ts' {
  interface Tables {
    note_report: NoteReportTable;
  }
}

interface NoteReportTable {
  territory_id: string;
  id: string;
  note_id: string;
  /** In the words of whoever reported it, about whom nothing is kept. */
  reason: string;
  reported_on: string;
  settled_by: string | null;
  settled_at: number | null;
}

export {};
