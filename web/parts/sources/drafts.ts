import type { Upload } from '../../../contract/screens.ts'
import type { Guess, Mapping } from '../../../core/interactions/mapping.ts'

/** A file on its way in: going up, refused, or kept by the server and guessed. */
export type SentFile =
  | { readonly kind: 'sending'; readonly key: string; readonly name: string; readonly share: number }
  | { readonly kind: 'refused'; readonly key: string; readonly name: string; readonly error: unknown }
  | {
      readonly kind: 'kept'
      readonly key: string
      readonly name: string
      readonly upload: string
      readonly guess: Guess
    }

export type KeptFile = Extract<SentFile, { kind: 'kept' }>

/** Files of the same columns, which one mapping reads. */
export type Draft = {
  readonly key: string
  readonly files: readonly KeptFile[]
  readonly guess: Guess
}

/** Puts files with the same columns together, in the order in which they came. */
export function groupByColumns(files: readonly SentFile[]): readonly Draft[] {
  const groups = new Map<string, KeptFile[]>()
  for (const file of files) {
    if (file.kind !== 'kept') continue
    const key = JSON.stringify([file.guess.format, file.guess.columns.map(({ name }) => name)])
    groups.set(key, [...(groups.get(key) ?? []), file])
  }
  return [...groups].flatMap(([key, [first, ...rest]]) =>
    first === undefined ? [] : [{ key, files: [first, ...rest], guess: first.guess }],
  )
}

/** Replaces one file by what is now known of it. */
export function withFile(files: readonly SentFile[], next: SentFile): readonly SentFile[] {
  return files.map((file) => (file.key === next.key ? next : file))
}

export function toKept(key: string, name: string, { upload, guess }: Upload): KeptFile {
  return { kind: 'kept', key, name, upload, guess }
}

/** Why reading cannot start yet, or null when it can. */
export function whyNotStart(
  questions: Guess['questions'],
  answered: ReadonlySet<string>,
  mapping: Mapping,
): string | null {
  const open = questions.find(({ field, assumed }) => assumed === null && !answered.has(field))
  if (open !== undefined) return `Please answer first: ${open.question}`
  if (Object.keys(mapping.columns).length === 0 && mapping.attributes.length === 0) {
    return 'No column is read. Choose at least one.'
  }
  return null
}
