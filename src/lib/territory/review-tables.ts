import type { Flag } from '#lib/platform/tables.ts';

declare module '#lib/platform/tables.ts' {
  interface Tables {
    review_statement: ReviewStatementTable;
    review_statement_text: ReviewStatementTextTable;
    review: ReviewTable;
    review_taken: ReviewTakenTable;
    review_answer: ReviewAnswerTable;
    review_words: ReviewWordsTable;
  }
}

interface ReviewStatementTable {
  territory_id: string;
  id: string;
  cycle_id: string;
  position: number;
}

interface ReviewStatementTextTable {
  territory_id: string;
  statement_id: string;
  language: string;
  text: string;
}

interface ReviewTable {
  territory_id: string;
  cycle_id: string;
  opened_at: number;
  opened_by: string | null;
  closed_at: number | null;
  closed_by: string | null;
}

interface ReviewTakenTable {
  territory_id: string;
  cycle_id: string;
  sender_hash: string;
  sent_id: string;
}

interface ReviewAnswerTable {
  territory_id: string;
  id: string;
  cycle_id: string;
  levels: string;
}

interface ReviewWordsTable {
  territory_id: string;
  id: string;
  cycle_id: string;
  language: string;
  text: string;
  read_by: string | null;
  read_at: number | null;
  shown: Flag;
}
