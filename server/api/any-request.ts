import fc from 'fast-check'
import { describeApi } from './describe-api.ts'

/** Every operation of the API document but those that answer without an end or begin long work. */
export const operations = Object.entries(describeApi().paths ?? {}).flatMap(([path, methods]) =>
  ['get', 'post', 'put', 'delete']
    .filter((method) => method in methods && !/\/(events|readings|ready)$/.test(path))
    .map((method) => ({ path, method })),
)

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.uuid(),
  fc.constantFrom('', '-1', '1e999', "'--"),
)
const names = ['after', 'sort', 'cause', 'months', 'team', 'name', 'week', 'before', 'words']

/** A request of any form to one of them, in the workspace “ours”, for tests and measures. */
export const anyRequest = fc
  .record({
    operation: fc.constantFrom(...operations),
    id: anyText,
    query: fc.dictionary(fc.constantFrom(...names), anyText),
    body: fc.oneof(fc.json(), fc.string({ unit: 'binary' }), fc.constant('{}')),
  })
  .map(({ operation: { path, method }, id, query, body }) => {
    const address = path.replace('{workspace}', 'ours').replaceAll(/\{\w+\}/g, encodeURIComponent(id) || 'x')
    const content = method === 'get' ? {} : { body, headers: { 'content-type': 'application/json' } }
    return { address: `${address}?${new URLSearchParams(query)}`, init: { method, ...content } }
  })
