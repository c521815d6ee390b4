/** What was scanned, left out and found. At most 1,000 hits of a rule, and 3,000 in all, are listed, errors first; counts are exact. */
export interface Evidence extends Pick<FactsEvidence, "coverage"> {
  /** What was looked at, in words. */
  scope: string;
  scanned: { files: number; bytes: number };
  /** The first 100 files that were left out, unexpected reasons first. */
  skipped: { path: string; reason: string; problem?: string }[];
  /** How many were left out, by reason. */
  skippedCounts: { [reason: string]: number };
  /** How many values are obviously made up, and so no hits. */
  placeholders: number;
  /** The first 100 of them, 50 of a file. */
  placeholdersAt: { rule: string; path: string; line: number; column: number; offset?: number }[];
  hits: Hit[];
  /** What is not listed under `hits`. */
  more: MoreHits[];
  /** Columns of tables whose values are nearly all of one kind, the first 1,000; their values are not among `hits`. */
  columns: Column[];
}

/** What a rule is. */
export interface Rule {
  rule: string;
  title: string;
  category: "provider-secret" | "private-key" | "generic-secret" | "personal-data";
  severity: "error" | "warning" | "note";
}

/** One value that a rule found. */
export interface Hit extends Rule {
  path: string;
  line: number;
  column: number;
  endColumn: number;
  /** The byte in a binary file, where line and column mean nothing. */
  offset?: number;
  /** The value with most of it hidden; "hidden" when nothing can be shown. */
  masked: string;
  /** The same for the same value in this repository, without saying which. */
  identity: string;
  /** Whether its checksum holds, so that it was issued. */
  verified: boolean;
  /** Whether its path is that of a test or a sample. */
  testLike: boolean;
  help: string;
}

/** Hits of a rule that are not listed. */
export interface MoreHits extends Rule {
  /** The first file that has some. */
  path: string;
  count: number;
  identity: string;
}

/** A column of a table, judged as a whole. */
export interface Column extends Rule {
  path: string;
  /** Its name, if it is made of letters and what joins words; else its number. */
  column: string;
  /** The line that names it; absent in a file without lines. */
  line?: number;
  /** How many values it has; empty cells are none. */
  values: number;
  /** How many were checked: all, or of more than 20,000 every sixteenth after these. */
  checked: number;
  /** How many of those are valid. */
  valid: number;
  /** `valid` by `checked`. */
  share: number;
  /** The same for the same values in this repository, without saying which. */
  identity: string;
  testLike: boolean;
  help: string;
}
