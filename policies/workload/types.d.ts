// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
/// <reference path="../types/gates.d.ts" />

/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
export interface Evidence extends FactsEvidence {
  /** The documents of the selected YAML files; a file may hold several. */
  yaml: GateDocument[];
}

/** What stands under `with:`, with the defaults. */
export interface Settings {
  /** Workloads to leave out, as Kind/name; * stands for anything. Default: []. */
  exempt: string[];
  /** Rules that are not asked for, such as spire-socket. Default: []. */
  "leave-out": string[];
  /** The least CPU that a container requests, as Kubernetes writes it. Default: "500m". */
  "request-cpu": string;
  /** The least memory that a container requests. Default: "512Mi". */
  "request-memory": string;
  /** The most CPU that a container may be limited to. Default: "2000m". */
  "limit-cpu": string;
  /** The most memory that a container may be limited to. Default: "1Gi". */
  "limit-memory": string;
  /** How many pods the autoscaler keeps at least. At least 1. Default: 3. */
  "replicas-min": number;
  /** How many pods the autoscaler may start. At least 1. Default: 20. */
  "replicas-max": number;
  /** The highest target of CPU utilization, in percent of what is requested. From 1 to 100. Default: 60. */
  "target-cpu": number;
  /** The highest target of memory utilization, in percent of what is requested. From 1 to 100. Default: 70. */
  "target-memory": number;
  /** By how many pods the autoscaler may grow in 60 seconds. At least 1. Default: 5. */
  "grow-pods": number;
  /** By how many pods it may shrink in 300 seconds. At least 1. Default: 1. */
  "shrink-pods": number;
  /** For how many seconds fewer pods must be enough before it shrinks. At least 0. Default: 300. */
  "shrink-wait": number;
  /** How many pods a disruption must leave. At least 1. Default: 2. */
  available: number;
  /** Whether namespaces that Gatekeeper's constraints of these rules exclude are left out here as well. Default: false. */
  "follow-constraints": boolean;
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
