const most = 127

/** A vector as one signed byte a number: its direction to within half a percent, in a quarter of the room. */
export function toVectorBytes(vector: readonly number[]): Buffer {
  const largest = vector.reduce((sum, value) => Math.max(sum, Math.abs(value)), 0)
  const scale = largest === 0 ? 1 : most / largest
  return Buffer.from(Int8Array.from(vector, (value) => Math.round(value * scale)).buffer)
}

/** The vector again, at length 1. What is asked for anew goes through the same bytes, so that it is no other than what is kept. */
export function fromVectorBytes(bytes: Buffer): Float32Array {
  const row = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let square = 0
  for (const value of row) square += value * value
  const factor = square === 0 ? 0 : 1 / Math.sqrt(square)
  return Float32Array.from(row, (value) => value * factor)
}
