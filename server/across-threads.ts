/** An error as it crosses threads: whole, where structured clone would drop its own properties. */
export type PackedError = { readonly message: string }

export function packError(error: unknown): PackedError {
  return error instanceof Error ? { ...error, message: error.message } : { message: String(error) }
}

export function unpackError(packed: PackedError): Error {
  return Object.assign(new Error(packed.message), packed)
}
