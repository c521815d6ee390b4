/**
 * Keeps the digits that say something, and never fewer than those of the whole number: 0.001234 is 0.00123, and 1234.5 is 1235.
 * @param {number} value
 * @param {number} [digits] how many digits say something
 */
export function round(value, digits = 3) {
  if (value === 0) {
    return value;
  }

  const decimals = digits - 1 - Math.floor(Math.log10(Math.abs(value)));
  const scale = 10 ** Math.max(decimals, 0);
  return Math.round(value * scale) / scale;
}
