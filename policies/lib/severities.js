const order = ["none", "low", "medium", "high", "critical"];

/**
 * Whether a severity is as bad as the limit, or worse. The limit `never` is reached by none.
 * @param {string} severity
 * @param {string} limit
 */
export function reaches(severity, limit) {
  return limit !== "never" && order.indexOf(severity) >= order.indexOf(limit);
}
