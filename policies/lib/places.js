// Where a finding stands.

import { short } from "./texts.js";

/**
 * The line of a node's key, where it has one, for that is what somebody looks for. The identity tells findings apart when lines move.
 * @param {GateNode | GateDocument} where
 * @param {unknown} identity
 * @returns {Place}
 */
export function at(where, identity) {
  const node = "root" in where ? where.root : where;
  return { path: node.path, line: node.keyLine ?? node.line, column: node.keyColumn ?? node.column, identity: short(identity) };
}
