import { fromBase64, toBase64 } from '../../base/base64.ts'
import { invariant } from '../../base/invariant.ts'
import type { Rows } from '../cause-model.ts'

const most = 32767

/** Rows of floats as 16-bit integers with one scale, so that a model is plain JSON and the same bytes everywhere. */
export function toRows(values: ArrayLike<number>, columns: number): Rows {
  invariant(columns > 0 && values.length % columns === 0, 'rows of unequal length')
  let largest = 0
  for (let index = 0; index < values.length; index++)
    largest = Math.max(largest, Math.abs(values[index] ?? 0))
  const scale = largest === 0 ? 1 : largest / most
  const bytes = new DataView(new ArrayBuffer(values.length * 2))
  for (let index = 0; index < values.length; index++) {
    bytes.setInt16(index * 2, Math.round((values[index] ?? 0) / scale), true)
  }
  return { rows: values.length / columns, columns, scale, base64: toBase64(new Uint8Array(bytes.buffer)) }
}

export function fromRows(rows: Rows): Float32Array {
  const bytes = new DataView(fromBase64(rows.base64).buffer)
  const count = rows.rows * rows.columns
  return Float32Array.from({ length: count }, (_, index) => bytes.getInt16(index * 2, true) * rows.scale)
}
