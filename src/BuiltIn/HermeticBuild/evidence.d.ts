/** What a build fetches that the repository does not fix, in the order of paths and lines. */
export interface Evidence extends Pick<FactsEvidence, "coverage"> {
  /** How many files of each kind were looked at. */
  files: { [kind: string]: number };
  actions: Action[];
  toolchains: Toolchain[];
  /** Labels that move to newer images, and the jobs of one workflow that use them; the line is the first one's. */
  runners: { label: string; jobs: string[]; path: string; line: number }[];
  /** The images that the build runs in: as written, variables replaced by their defaults as far as the file tells. */
  images: { image: string; how: string; pinned: boolean; path: string; line: number }[];
  /** Every `ADD` from elsewhere; pinned when a checksum, or for git a whole commit id, fixes what comes. */
  adds: { source: string; kind: "url" | "git"; pinned: boolean; path: string; line: number }[];
  commands: Command[];
  locks: Lock[];
  requirements: Requirements[];
  versions: Version[];
  floating: Floating[];
  /** What running the builds proved; only with `build`. */
  builds?: Build[];
  /** What could not be looked at. */
  unread: { kind: "workflow" | "action" | "dockerfile" | "pipeline" | "script" | "manifest" | "version"; reason: string; path: string; line: number }[];
}

/** An action or a workflow of another repository. */
export interface Action {
  /** As written. */
  uses: string;
  /** What stands before the `@`. */
  name: string;
  /** What stands after it; empty when there is none. */
  ref: string;
  pin: "commit" | "short-commit" | "version" | "name" | "none";
  /** Whether an entry of `trusted-actions` covers it. */
  trusted: boolean;
  path: string;
  line: number;
  column: number;
}

/** A `setup-*` action and the version that it is asked for. */
export interface Toolchain {
  action: string;
  /** The input that names the version. */
  input: string;
  /** What one version looks like. */
  example: string;
  /** The input that names a file with the version, if the action has one. */
  fileInput?: string;
  /** What it is set to, each value of a matrix by itself; empty when it is not set. */
  values: string[];
  /** Whether the values are those of a matrix with several. */
  choices: boolean;
  /** The values that do not name one version. */
  open: string[];
  state: "exact" | "file" | "open" | "absent" | "unknown";
  path: string;
  line: number;
}

/** A command of a build step that reaches for something that the repository does not fix. */
export interface Command {
  /** The id of a rule. */
  problem: string;
  /** The program and its verb, such as "npm install". */
  tool: string;
  /** What it fetches. */
  subjects: string[];
  /** What to write instead, when that can be said. */
  better?: string;
  /** Why a check that stands there proves nothing. */
  because?: string;
  where: "dockerfile" | "workflow" | "action" | "pipeline" | "makefile" | "script" | "task" | "manifest";
  path: string;
  line: number;
}

/** A manifest with dependencies and no lock file. */
export interface Lock {
  ecosystem: string;
  /** The lock files any of which would do. */
  locks: string[];
  /** What writes one. */
  command: string;
  /** Whether it is published for others to use, whose lock files then decide. */
  library: boolean;
  /** Whether the project itself asks for lock files. */
  required: boolean;
  path: string;
}

/** A requirements file of pip that leaves something open. */
export interface Requirements {
  /** The packages without an exact version. */
  open: string[];
  pinned: number;
  hashed: number;
  path: string;
  /** That of the first open package; 1 when all are pinned. */
  line: number;
}

/** A file that says which toolchain is used, and leaves the version open. */
export interface Version {
  tool: string;
  /** What it asks for. */
  written: string;
  /** What to write instead. */
  better: string;
  /** Whether it only names the lowest version that will do. */
  isLowest: boolean;
  path: string;
  line: number;
}

/** A dependency in a version that moves, with no lock file that decides. */
export interface Floating {
  package: string;
  /** The version as written. */
  written: string;
  /** What to write instead. */
  better: string;
  path: string;
  line: number;
}

/** What running a build proved; only with `build`. */
export interface Build {
  name: string;
  /** The Dockerfile; absent for a command. */
  path?: string;
  command?: string[];
  /** What built, in words. */
  builder: string;
  /** Seconds since 1970: the commit's time. */
  sourceDateEpoch: number;
  dockerfileDigest?: string;
  /** SHA-256 over all that the build saw. */
  contextDigest: string;
  arguments: { [name: string]: string };
  target?: string;
  platform?: string;
  /** The images that went into it: as written, by the digest of their configuration, and by that of their registry if they have one. */
  materials: { image: string; id: string; digest?: string; line: number }[];
  limits: { memory: number; cpus: number; seconds: number; unlimited: string[] };
  /** Why it was not built to its end. */
  failure?: { kind: "network" | "failed"; line: number; step: string; hosts: string[]; said: string; second: boolean };
  /** Steps that tried to reach something and went on without it. */
  reaches: { line: number; step: string; hosts: string[] }[];
  /** What two builds have in common; absent when there were not two. */
  compared?: {
    files: number; same: number; accepted: number;
    /** How many have the same time, of those that both builds have. */
    times: number; timed: number;
    /** In per cent. */
    limit: number;
    varied: string[]; notVaried: string[];
    differing: Difference[];
    /** Globs of `accept` whose day is over, and those that fit nothing that differs. */
    expired: string[]; unused: string[];
  };
  /** SHA-256 of what was built. */
  digests: string[];
  started: string;
  ended: string;
  log: string;
  /** How many containers and images of earlier runs were removed first. */
  reaped: number;
}

/** A file that is not the same in both builds. */
export interface Difference {
  path: string;
  /** Of the step that made it. */
  line: number;
  what: string[];
  cause: "time" | "path" | "host" | "user" | "order" | "random" | "archive" | "unknown";
  detail: string;
  /** Why it may differ, and until when. */
  accepted?: string;
}
