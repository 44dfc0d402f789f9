/**
 * A 64-bit fingerprint of a text as 16 hexadecimal digits: stable on every machine, not for secrets.
 * Two murmur-style lanes over UTF-16 code units. Cost: linear.
 */
export function hashText(text: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  high = mix(high, low)
  low = mix(low, high)
  return hex(high) + hex(low)
}

function mix(one: number, other: number): number {
  return Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909)
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0')
}
