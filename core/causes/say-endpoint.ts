import type { EndpointShare } from './prepare-understanding.ts'

/** One sentence: who read what customers came about, and if not all by whom it was meant to be, why. */
export function sayEndpoint({ engine, given, builtIn, worded, because }: EndpointShare): string {
  const parts = [
    ...(given === 0 ? [] : [`${given} reasons were read by ${engine}`]),
    ...(given === 0 || builtIn === 0 ? [] : [`${builtIn} by the built-in engine`]),
    ...(worded === 0 ? [] : [`${worded} causes were named by an endpoint`]),
  ]
  const read = parts.length === 0 ? 'All was read by the built-in engine' : parts.join(', ')
  return because === null ? `${read}.` : `${read}, because ${because}.`
}
