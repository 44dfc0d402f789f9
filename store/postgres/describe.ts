import type { Client } from './client.ts'

type Column = {
  readonly name: string
  readonly type: string
  readonly isNullable: boolean
  readonly fallback: string | null
  readonly isIdentity: boolean
}

type Table = {
  readonly name: string
  readonly partitionKey: string | null
  readonly columns: readonly Column[]
  readonly constraints: readonly string[]
  readonly indexes: readonly string[]
}

export type Schema = {
  readonly enums: readonly { readonly name: string; readonly labels: readonly string[] }[]
  readonly tables: readonly Table[]
}

/** Reads the live schema from the catalog; partitions look like their parent and are left out. */
export async function describeSchema(client: Client): Promise<Schema> {
  const enums = await client.query<Schema['enums'][number]>(`
    select t.typname as name, array_agg(e.enumlabel::text order by e.enumsortorder) as labels
    from pg_type t join pg_enum e on e.enumtypid = t.oid
    where t.typnamespace = 'public'::regnamespace group by 1 order by 1`)
  const tables = await client.query<Table>(tablesSql)
  return { enums: enums.rows, tables: tables.rows }
}

const tablesSql = `
  select c.relname as name, pg_get_partkeydef(c.oid) as "partitionKey",
    (select json_agg(json_build_object(
        'name', a.attname,
        'type', format_type(a.atttypid, a.atttypmod),
        'isNullable', not a.attnotnull,
        'fallback', pg_get_expr(d.adbin, d.adrelid),
        'isIdentity', a.attidentity <> '') order by a.attnum)
      from pg_attribute a left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    array(select pg_get_constraintdef(k.oid) from pg_constraint k
      where k.conrelid = c.oid and k.contype in ('p', 'u', 'c', 'f') order by k.contype desc, k.conname) as constraints,
    array(select pg_get_indexdef(i.indexrelid) from pg_index i
      where i.indrelid = c.oid
        and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u'))
      order by i.indexrelid::regclass::text) as indexes
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and not c.relispartition and c.relname <> 'migrations'
  order by c.relname`

/** The schema as one file to read; the migrations are what makes it. */
export function toSql({ enums, tables }: Schema): string {
  const types = enums.map(
    ({ name, labels }) => `create type ${name} as enum (${labels.map((label) => `'${label}'`).join(', ')});`,
  )
  return `-- Written by store/postgres/write-schema.ts from the live schema; do not edit.\n\n${[...types, ...tables.map(tableSql)].join('\n\n')}\n`
}

function tableSql({ name, columns, constraints, indexes, partitionKey }: Table): string {
  const lines = [...columns.map(columnSql), ...constraints.map((constraint) => `  ${constraint}`)]
  const partition = partitionKey === null ? '' : ` partition by ${partitionKey.toLowerCase()}`
  return [
    `create table ${name} (\n${lines.join(',\n')}\n)${partition};`,
    ...indexes.map((index) => `${index.replace('public.', '')};`),
  ].join('\n')
}

function columnSql({ name, type, isNullable, fallback, isIdentity }: Column): string {
  const notNull = isNullable ? '' : ' not null'
  const value = isIdentity ? ' generated as identity' : fallback === null ? '' : ` default ${fallback}`
  return `  ${name} ${type}${notNull}${value}`
}

const typescriptTypes: Readonly<Record<string, string>> = {
  integer: 'number',
  bigint: 'number',
  real: 'number',
  'double precision': 'number',
  text: 'string',
  uuid: 'string',
  boolean: 'boolean',
  'text[]': 'string[]',
  'uuid[]': 'string[]',
  tsvector: 'string',
  'timestamp with time zone': 'Time',
  jsonb: 'Json',
  bytea: 'Buffer',
}

const preamble = `// Written by store/postgres/write-schema.ts from the live schema; do not edit.
import type { ColumnType, Generated } from 'kysely'

/** Leaves as epoch milliseconds, enters as a date. */
export type Time = ColumnType<number, Date, Date>
/** Leaves parsed, enters as JSON text. */
export type Json = ColumnType<unknown, string, string>
`

/** The schema as Kysely wants it. */
export function toTypescript({ enums, tables }: Schema): string {
  const types = enums.map(
    ({ name, labels }) =>
      `export type ${pascalCase(name)} = ${labels.map((label) => `'${label}'`).join(' | ')}\n`,
  )
  const rows = tables.map(
    ({ name, columns }) =>
      `  ${name}: {\n${columns.map((column) => `    ${column.name}: ${columnType(column)}\n`).join('')}  }\n`,
  )
  return `${preamble}\n${types.join('')}\nexport type DB = {\n${rows.join('')}}\n`
}

function columnType({ type, isNullable, fallback, isIdentity }: Column): string {
  const plain = typescriptTypes[type] ?? pascalCase(type)
  const nullable = isNullable ? `${plain} | null` : plain
  return fallback !== null || isIdentity ? `Generated<${nullable}>` : nullable
}

function pascalCase(name: string): string {
  return name.replace(/(^|_)([a-z])/g, (_all, _start, letter: string) => letter.toUpperCase())
}
