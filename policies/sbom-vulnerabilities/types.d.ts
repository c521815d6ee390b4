// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
/// <reference path="../types/gates.d.ts" />

/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
export interface Evidence extends FactsEvidence {
  /** The selected bills of materials: CycloneDX 1.2 to 1.7 (JSON, XML), SPDX 2.2 and 2.3 (JSON, tag-value). */
  sbom: Sbom[];
}

/** What stands under `with:`, with the defaults. */
export interface Settings {
  /** What must have a bill of materials, by the name its bill gives; * stands for anything. Default: []. */
  subjects: string[];
  /** The share of components that must have a version and a purl. From 0 to 100. Default: 90. */
  "identified-percent": number;
  /** How many days before the head commit a bill may be made; 0 for any. Needs facts: { git: ["commits"] }. At least 0. Default: 0. */
  "maximum-age-days": number;
  /** Vulnerabilities of this severity or worse fail; others are noted. Default: "high". */
  "fail-at": "critical" | "high" | "medium" | "low" | "never";
  /** Vulnerabilities that do not count. Default: []. */
  allow: {
    /** The vulnerability's id, such as CVE-2026-1234. */
    id: string;
    /** Why it does no harm here. */
    reason: string;
  }[];
  /** Licences no component may be under, such as AGPL-*; * stands for anything. Default: []. */
  "denied-licences": string[];
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
