const digits = /\d+(?:[.,’' ]\d{3})*(?!\d)/g
const fewestDigits = 2

/**
 * The numbers that a text names in digits: amounts without their cents, days, order numbers; separators of thousands folded.
 * Single digits and years are left out, because everybody names them. Example: numbersIn('€1,299.50 on the 28th of 2025')
 * is 1299, 50 and 28. Cost: linear.
 */
export function numbersIn(text: string): ReadonlySet<string> {
  const found = (text.match(digits) ?? []).map((number) => number.replace(/\D/g, ''))
  return new Set(found.filter((number) => number.length >= fewestDigits && !/^(?:19|20)\d\d$/.test(number)))
}
