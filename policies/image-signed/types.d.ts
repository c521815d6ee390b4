// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
/// <reference path="../types/gates.d.ts" />

/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
export interface Evidence extends FactsEvidence {
  /**
   * Files and what verified provenance shows of them:
   * `facts: { provenance: [{ artifacts: ["dist/*"], bundles: ["dist/*.sigstore.json"] }] }`. An entry may also name `source-repository`, `identity` with
   * `issuer`, and `builders`.
   */
  provenance: ArtifactProvenance[];
  /** The selected bills of materials: CycloneDX 1.2 to 1.7 (JSON, XML), SPDX 2.2 and 2.3 (JSON, tag-value). */
  sbom: Sbom[];
  /** The documents of the selected YAML files; a file may hold several. */
  yaml: GateDocument[];
}

/** What stands under `with:`, with the defaults. */
export interface Settings {
  /** The level of SLSA's build track that an image's provenance must show. From 1 to 3. Default: 2. */
  level: number;
  /** Who may have signed: addresses of workflows or ids of keys, * stands for anything; empty for whom the facts trust. Default: []. */
  signers: string[];
  /** The CVSS score from which on a vulnerability fails. From 0 to 10. Default: 9. */
  cvss: number;
  /** Images that others build and nobody here signs, such as registry.k8s.io/*; * stands for anything. They must still be named by digest. Default: []. */
  unsigned: string[];
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
