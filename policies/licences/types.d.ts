// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
/// <reference path="../types/gates.d.ts" />

/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
export interface Evidence extends FactsEvidence {
  /** The selected bills of materials: CycloneDX 1.2 to 1.7 (JSON, XML), SPDX 2.2 and 2.3 (JSON, tag-value). */
  sbom: Sbom[];
}

/** What stands under `with:`, with the defaults. */
export interface Settings {
  /** Licences by their SPDX id; * stands for anything. `GPL-2.0-only WITH Classpath-exception-2.0` allows one with that exception only. Default: ["0BSD","Apache-2.0","BlueOak-1.0.0","BSD-2-Clause","BSD-3-Clause","BSL-1.0","CC0-1.0","ISC","MIT","MIT-0","PostgreSQL","Python-2.0","Unicode-3.0","Unicode-DFS-2016","Unlicense","Zlib"]. */
  allowed: string[];
  /** Components that somebody looked at. Default: []. */
  components: {
    /** The component, by purl without version or by name; * stands for anything. */
    component: string;
    /** What it is under: the licence that its bill says wrong, or that is allowed for it alone. */
    licence: string;
    /** Who found this out, and where it stands. */
    reason: string;
  }[];
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
