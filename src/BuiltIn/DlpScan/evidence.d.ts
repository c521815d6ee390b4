/** What was scanned, left out and found. At most 1,000 hits of a rule, and 3,000 in all, are listed, errors first; counts are exact. */
export interface Evidence extends Pick<FactsEvidence, "coverage"> {
  /** What was looked at, in words. */
  scope: string;
  scanned: { files: number; bytes: number };
  /** The first 100 files that were left out, unexpected reasons first. */
  skipped: { path: string; reason: string; problem?: string }[];
  /** How many were left out, by reason. */
  skippedCounts: { [reason: string]: number };
  /** The first 100 submodules, each with the commit that belongs there: their own repositories' gates look at them. */
  submodules: { path: string; commit: string | null }[];
  history: History;
  /** How many values are obviously made up, and so no hits. */
  placeholders: number;
  /** The first 100 of them, 50 of a file. */
  placeholdersAt: { rule: string; path: string; line: number; column: number; offset?: number; member?: string }[];
  hits: Hit[];
  /** What is not listed under `hits`. */
  more: MoreHits[];
  /** Columns of tables whose values are nearly all of one kind, the first 1,000; their values are not among `hits`. */
  columns: Column[];
  /** Which rules looked: the program's version, a digest over all of them, and how many there are, of them the repository's own. */
  rules: { version: string; digest: string; count: number; custom: number };
  /** What the repository's own file accepts until a day. */
  allow: { file: string; line: number; rule?: string; path?: string; identity?: string; reason: string; expires: string; expired: boolean }[];
}

/** What was looked at beside the files as they are now. */
export interface History {
  mode: "off" | "pull-request" | "full";
  commits: number;
  /** Contents of files, each counted once. */
  blobs: number;
  /** Messages of commits and of tags. */
  messages: number;
  bytes: number;
  /** Contents that Git LFS keeps elsewhere. */
  largeFiles: number;
  placeholders: number;
  /** Why nothing, or not all of it, was looked at. */
  unread?: string;
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
  /** The file, as it is called in `commit` if there is one; "commit message" or "message of the tag v1" for what is none. */
  path: string;
  /** The commit that brought it, when the files as they are now do not hold it any more. */
  commit?: string;
  line: number;
  column: number;
  endColumn: number;
  /** The byte in a binary file, where line and column mean nothing. */
  offset?: number;
  /** The member of the archive at `path` that holds it, with the archives on the way; line, column and offset are the member's. */
  member?: string;
  /** Whether the value stands in the path, which is masked for it: line and column mean nothing. */
  inName?: boolean;
  /** Whether the value stands in where a symbolic link points: line and column mean nothing. */
  inTarget?: boolean;
  /** What the value is wrapped in, such as "base64 inside string escapes"; the place is where that begins. */
  inside?: string;
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
