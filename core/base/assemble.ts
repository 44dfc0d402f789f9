/**
 * Just enough of an assembler for WebAssembly to write one loop over vectors by hand: instructions as functions, a module
 * with one exported function. Source: WebAssembly Core Specification 2.0, chapter 5 (binary format).
 */
export type Code = readonly number[]

const wide = 0xfd

export const localGet = (local: number): Code => [0x20, local]
export const localSet = (local: number): Code => [0x21, local]
export const localTee = (local: number): Code => [0x22, local]
export const i32Const = (value: number): Code => [0x41, ...signed(value)]
export const i32Add: Code = [0x6a]
/** Repeats `body` while it leaves something other than 0. */
export const loopWhile = (...body: readonly Code[]): Code => [0x03, 0x40, ...body.flat(), 0x0d, 0, 0x0b]
export const i32LessUnsigned: Code = [0x49]

/** Eight bytes as 16-bit integers; four of those, the first or the last, as 32-bit ones. */
export const i16x8Load8: Code = [wide, ...unsigned(1), 0, 0]
export const i32x4ExtendLow: Code = [wide, ...unsigned(167)]
export const i32x4ExtendHigh: Code = [wide, ...unsigned(168)]
/** The last two of four 32-bit lanes as the first two. */
export const highToLow: Code = [
  wide,
  ...unsigned(13),
  ...[8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15],
]
export const f64x2ConvertLow: Code = [wide, ...unsigned(254)]
export const f64x2Splat: Code = [wide, ...unsigned(20)]
/** Two 64-bit floats, loaded or stored at an offset; or one of them, loaded twice. */
export const f64x2Load = (offset: number): Code => [wide, ...unsigned(0), 3, ...unsigned(offset)]
export const f64x2LoadSplat = (offset: number): Code => [wide, ...unsigned(10), 3, ...unsigned(offset)]
export const f64x2Store = (offset: number): Code => [wide, ...unsigned(11), 3, ...unsigned(offset)]
export const f64x2Multiply: Code = [wide, ...unsigned(242)]
export const f64x2Add: Code = [wide, ...unsigned(240)]
/** Two 32-bit floats, loaded or stored at an offset, as 64-bit ones and back (rounded to nearest). */
export const f32x2Load = (offset: number): Code => [wide, ...unsigned(93), 0, ...unsigned(offset)]
export const f64x2Promote: Code = [wide, ...unsigned(95)]
export const f32x4Demote: Code = [wide, ...unsigned(94)]
export const f32x2Store = (offset: number): Code => [wide, ...unsigned(91), 0, ...unsigned(offset), 0]

const types = { i32: 0x7f, f64: 0x7c, v128: 0x7b } as const
type Type = keyof typeof types

/** The bytes of a module that takes its memory as `core.memory` and exports one function without a result. */
export function assemble(
  name: string,
  {
    parameters,
    vectors,
    body,
  }: { readonly parameters: readonly Type[]; readonly vectors: number; readonly body: readonly Code[] },
): Uint8Array<ArrayBuffer> {
  const code = [...listed([[...unsigned(vectors), types.v128]]), ...body.flat(), 0x0b]
  return new Uint8Array([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [[0x60, ...listed(parameters.map((type) => [types[type]])), 0]]),
    ...section(2, [[...text('core'), ...text('memory'), 2, 0, 1]]),
    ...section(3, [[0]]),
    ...section(7, [[...text(name), 0, 0]]),
    ...section(10, [[...unsigned(code.length), ...code]]),
  ])
}

function section(id: number, entries: readonly Code[]): Code {
  const body = listed(entries)
  return [id, ...unsigned(body.length), ...body]
}

function listed(entries: readonly Code[]): Code {
  return [...unsigned(entries.length), ...entries.flat()]
}

function text(written: string): Code {
  return [...unsigned(written.length), ...Array.from(written, (letter) => letter.charCodeAt(0))]
}

function unsigned(value: number): Code {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)]
}

function signed(value: number): Code {
  return value >= -64 && value < 64 ? [value & 127] : [(value & 127) | 128, ...signed(value >> 7)]
}
