/** The controls of the catalogue, each with what was found of it. */
export interface Evidence extends Pick<FactsEvidence, "coverage"> {
  catalogue: { path: string; sha256: string; version: string | null };
  /** Where the evidence stands. */
  folder: string;
  controls: Control[];
}

/** One control. */
export interface Control {
  id: string;
  name: string;
  /** Where it stands in the catalogue. */
  line: number;
  outcome: "holds" | "fails" | "present-not-judged" | "not-applicable";
  /** Why, in words. */
  details: string;
  frameworks: string[];
  assertions: { type: string; holds: boolean; unverified: boolean; detail: string }[];
  /** The files that it rests on. */
  evidence: { path: string; sha256: string; bytes: number }[];
  /** What matched no file, and the file that comes nearest. */
  missing: { glob: string; nearest: string | null }[];
}
