import pg from 'pg'
import { inTransaction } from './postgres/client.ts'
import type { Scope } from './scope.ts'

/**
 * The second wall: PostgreSQL itself shows and takes rows of one workspace only, whatever a statement forgets. Requests run as
 * a role that owns nothing; imports, readings and migrations run as the owner, whom no policy holds.
 */
export type Wall = {
  /** False where the database does not let us make the role. */
  readonly stands: boolean
  /** The pool whose connections reach that workspace and no other. */
  within(scope: Scope): pg.Pool
  close(): Promise<void>
}

const requestRole = 'outside_in_request'
const setting = 'outside_in.workspace'
/** Held by whoever migrates; the wall is raised behind it. */
const migrationLock = 7102027

export async function raiseWall(owner: pg.Pool, options: pg.PoolConfig): Promise<Wall> {
  if (!(await isRaised(owner))) return { stands: false, within: () => owner, close: async () => {} }
  const pool = new pg.Pool({ ...options, options: `${options.options ?? ''} -c role=${requestRole}` })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const pools = new Map<Scope, pg.Pool>()
  return {
    stands: true,
    within: (scope) => {
      const known = pools.get(scope) ?? bind(pool, scope)
      pools.set(scope, known)
      return known
    },
    close: () => pool.end(),
  }
}

async function isRaised(owner: pg.Pool): Promise<boolean> {
  try {
    await makeRole(owner)
    await inTransaction(owner, async (client) => {
      await client.query('select pg_advisory_xact_lock($1)', [migrationLock])
      await client.query(wallSql)
      await client.query(`set local role ${requestRole}`)
    })
    return true
  } catch (error) {
    if (isRefusal(error)) return false
    throw error
  }
}

/** What a connection was bound to last: nothing but `bind` ever hands one out, so that it holds. */
const bound = new WeakMap<pg.PoolClient, Scope>()

function bind(pool: pg.Pool, scope: Scope): pg.Pool {
  const connect = async (): Promise<pg.PoolClient> => {
    const client = await pool.connect()
    if (bound.get(client) === scope) return client
    try {
      bound.delete(client)
      await client.query('select set_config($1, $2, false)', [setting, String(scope)])
      bound.set(client, scope)
      return client
    } catch (error) {
      client.release(true)
      throw error
    }
  }
  const query = async (text: string, values?: unknown[]) => {
    const client = await connect()
    try {
      return await client.query(text, values)
    } finally {
      client.release()
    }
  }
  return Object.assign(Object.create(pool), { connect, query })
}

/** Makes the role where it is missing. Roles belong to the whole server: another process may be at it just now. */
async function makeRole(owner: pg.Pool): Promise<void> {
  const isThere = async () =>
    (await owner.query('select from pg_roles where rolname = $1', [requestRole])).rowCount === 1
  if (await isThere()) return
  try {
    await inTransaction(owner, async (client) => {
      await client.query(`create role ${requestRole} nologin`)
      await client.query(`grant ${requestRole} to current_user`)
    })
  } catch (error) {
    if (!(await isThere())) throw error
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '42501'
}

/** Every table that names its workspace gets the policy, by the catalog, so that no new one is forgotten. */
const wallSql = `do $$
declare
  found record;
  here constant text := 'nullif(current_setting(''${setting}'', true), '''')::int';
begin
  grant usage on schema public to ${requestRole};
  for found in
    select c.relname as name, case
        when c.relname = 'workspaces' then 'id = ' || here
        when c.relname = 'import_files' then 'exists (select from imports i where i.id = import_id)'
        when exists (select from pg_attribute a
          where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped) then 'workspace_id = ' || here
      end as condition
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'one_workspace')
  loop
    continue when found.condition is null;
    execute format('alter table %I enable row level security', found.name);
    execute format('create policy one_workspace on %I to ${requestRole} using (%s)', found.name, found.condition);
    execute format('grant select, insert, update, delete on %I to ${requestRole}', found.name);
  end loop;
  revoke insert, delete on workspaces from ${requestRole};
  revoke update, delete on audit_log from ${requestRole};
end $$`
