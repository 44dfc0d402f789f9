const empty = -1

/** Numbers names from 0 in the order they come, in a few bytes beside their own. */
export function internNames(): { slotOf(name: string): number; nameOf(slot: number): string } {
  let bytes = Buffer.alloc(1 << 16)
  let used = 0
  let ends = new Float64Array(1 << 12)
  let count = 0
  let table = new Int32Array(1 << 13).fill(empty)

  const startOf = (slot: number) => (slot === 0 ? 0 : (ends[slot - 1] ?? 0))

  function write(name: string): Buffer {
    const most = name.length * 3
    if (used + most > bytes.length) {
      const larger = Buffer.alloc(Math.max(bytes.length * 2, used + most))
      bytes.copy(larger, 0, 0, used)
      bytes = larger
    }
    return bytes.subarray(used, used + bytes.write(name, used))
  }

  /** Where the name stands in the table, or where it would. */
  function findPlace(name: Uint8Array): number {
    let place = hashOf(name) & (table.length - 1)
    for (let slot = table[place] ?? empty; slot !== empty; slot = table[place] ?? empty) {
      if (bytes.compare(name, 0, name.length, startOf(slot), ends[slot]) === 0) break
      place = (place + 1) & (table.length - 1)
    }
    return place
  }

  function grow(): void {
    const longer = new Float64Array(ends.length * 2)
    longer.set(ends)
    ends = longer
    table = new Int32Array(table.length * 2).fill(empty)
    for (let slot = 0; slot < count; slot += 1)
      table[findPlace(bytes.subarray(startOf(slot), ends[slot]))] = slot
  }

  return {
    slotOf(name) {
      const written = write(name)
      const place = findPlace(written)
      const known = table[place] ?? empty
      if (known !== empty) return known
      const slot = count
      table[place] = slot
      used += written.length
      ends[slot] = used
      count += 1
      if (count === ends.length) grow()
      return slot
    },
    nameOf: (slot) => bytes.toString('utf8', startOf(slot), ends[slot]),
  }
}

/** FNV-1a. */
function hashOf(name: Uint8Array): number {
  let hash = 0x811c9dc5
  for (const byte of name) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}
