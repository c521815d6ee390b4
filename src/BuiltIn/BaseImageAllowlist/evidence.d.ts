/** The container images that the repository uses. */
export interface Evidence extends Pick<FactsEvidence, "coverage"> {
  images: Image[];
  /** The files that were read. */
  files: string[];
  /** What could not be read; `certain` when it surely names an image. */
  unread: { path: string; line: number; kind: string; reason: string; certain: boolean }[];
  /** Keys that stand twice in one map, of which the last counts. */
  duplicates: { path: string; line: number; key: string }[];
}

/** One use of an image. */
export interface Image {
  /** Whole, with registry and tag; null when it cannot be known. */
  reference: string | null;
  written: string;
  /** Such as "FROM" or "image:". */
  how: string;
  kind: string;
  path: string;
  line: number;
  column?: number;
  /** The stage of a Dockerfile. */
  stage: string | null;
  platform: string | null;
  /** "latest" when neither tag nor digest is written. */
  tag: string | null;
  digest: string | null;
  pinned: boolean;
  /** Whether the reference is known. */
  resolved: boolean;
  /** Why it is not. */
  reason: string | null;
  /** The entry of `allow` that covers it. */
  allowed: string | null;
  /** When none does, the one that comes nearest, and what keeps it from covering the image. */
  closest: string | null;
  closestDiffers: "repository" | "digest" | "tag-for-digest" | "tag" | null;
}
