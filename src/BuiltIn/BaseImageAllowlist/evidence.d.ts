/** The container images that the repository uses. */
export interface Evidence extends Pick<FactsEvidence, "coverage"> {
  images: Image[];
  /** The files that were read. */
  files: string[];
  /** What could not be read; `certain` when it surely names an image. */
  unread: { path: string; line: number; kind: string; reason: string; certain: boolean }[];
  /** Keys that stand twice in one map, of which the last counts. */
  duplicates: { path: string; line: number; key: string }[];
  /** Texts that stand where an image will be, and why nothing is pulled by them as they stand. */
  placeholders: { path: string; line: number; written: string; reason: string }[];
  /** What the policies of `allow-from` say that could not be taken over as it stands; `missing` when images that they refuse could pass here. */
  policyParts: { path: string; line: number; reason: string; missing: boolean }[];
  /** What a cluster runs, when `cluster.namespaces` says where to look. */
  cluster?: Cluster;
}

/** What was seen of a cluster. */
export interface Cluster {
  /** Host and port of its API. */
  server: string;
  namespaces: string[];
  pods: number;
  workloads: number;
  /** `cluster.ignore`, with how many of `running` each one covers. */
  ignored: { image: string; reason: string; expires: string; expired: boolean; uses: number }[];
  /** One for each image of each container of a workload. */
  running: Running[];
  /** Declared images of whose repository nothing runs. */
  idle: { reference: string; path: string; line: number; kind: string }[];
}

/** An image that runs, or that a template would run. */
export interface Running {
  /** Whole, as the pod or the template names it; null when that is no image's name. */
  reference: string | null;
  /** When it is no image's name. */
  written?: string;
  /** Of what runs, as the node says; null when it knows none, or nothing runs. */
  digest: string | null;
  /** Such as "Deployment shop/web". */
  workload: string;
  container: string;
  /** When it is none of the pod's own containers. */
  containerKind?: "init" | "ephemeral";
  /** 0 for a template of which no pod was seen. */
  pods: number;
  /** The entry of `allow` that covers it, or the rule of `allow-from`. */
  allowed: string | null;
  /** The rule of `allow-from` that does not allow it, in words. */
  refusedBy?: string;
  /** When none does, the entry of `allow` that comes nearest. */
  closest?: string;
  /** Why it may run though nothing declares it. */
  ignored?: string;
  state: "declared" | "undeclared" | "other-tag" | "other-digest" | "unknown-digest" | "several-contents" | "unresolved";
  /** The declaration that comes nearest; without a reference when that is the same. */
  declared?: { reference?: string; path: string; line: number };
  /** Whether the change itself edits that declaration, so that it cannot run yet. */
  pending?: boolean;
  /** All digests that run under its tag, when there are several and none is declared. */
  contents?: string[];
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
  /** The entry of `allow` that covers it, or the rule of `allow-from`. */
  allowed: string | null;
  /** The rule of `allow-from` that does not allow it, in words. */
  refusedBy: string | null;
  /** When none does, the one that comes nearest, and what keeps it from covering the image. */
  closest: string | null;
  closestDiffers: "repository" | "digest" | "tag-for-digest" | "tag" | null;
}
