// Quantities of Kubernetes: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/

const factors = {
  "": 1, n: 1e-9, u: 1e-6, m: 1e-3, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18,
  Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50, Ei: 2 ** 60,
};

/**
 * `500m` is 0.5, `1Gi` is 1073741824; NaN when it is no quantity.
 * @param {unknown} value
 */
export function parseQuantity(value) {
  const [, number, exponent, suffix] = /^([+-]?\d+(?:\.\d*)?|[+-]?\.\d+)(?:([eE][+-]?\d+)|([numkMGTPE]|[KMGTPE]i))?$/.exec(String(value)) ?? [];
  return number === undefined ? NaN : Number(`${number}${exponent ?? ""}`) * factors[suffix ?? ""];
}
