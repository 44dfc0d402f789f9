import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Certificate, type Dovecot, freePort, listening } from '../connectors/pull/dovecot.ts'

/** For tests: a real Exim on loopback that delivers into the mailboxes of a Dovecot. */
export type Exim = {
  readonly port: number
  /** Where it speaks TLS from the first byte on; on `port` it can be asked to (STARTTLS). Only with a certificate. */
  readonly tlsPort: number
  /** As a machine that is gone: what connects is refused. */
  stop(): Promise<void>
  /** On the same port as before. */
  start(): Promise<void>
  close(): Promise<void>
}

/** Mail for a mailbox that Dovecot has not is taken and then comes back; for `nobody@` it is refused at once, for `slow@` taken late. */
export async function startExim(dovecot: Dovecot, certificate?: Certificate): Promise<Exim> {
  const finder: { findExim(): string | null } = await import(
    new URL('../../scripts/find-exim.mjs', import.meta.url).href
  )
  const program = finder.findExim()
  if (program === null)
    throw new Error('Exim is not installed; npm test fetches it, as does apt-get install exim4-daemon-light.')
  const folder = mkdtempSync(join(tmpdir(), 'outside-in-exim-'))
  chmodSync(folder, 0o755)
  const { uid, gid } = dovecot.owner
  for (const place of [join(folder, 'spool'), dovecot.mails]) {
    mkdirSync(place, { recursive: true })
    chownSync(place, uid, gid)
  }
  const [port, tlsPort] = [await freePort(), await freePort()]
  const file = join(folder, 'exim.conf')
  writeFileSync(file, settings({ folder, port, tlsPort, certificate, program, dovecot }))
  // As whom it delivers to: then it needs no rights of its own.
  const start = async () => {
    const as = process.getuid?.() === 0 ? { uid, gid } : {}
    const started = spawn(program, ['-C', file, '-bdf'], { stdio: 'ignore', ...as })
    await listening(started, port)
    return started
  }
  let server = await start()
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
  return {
    port,
    tlsPort,
    stop,
    start: async () => {
      server = await start()
    },
    close: async () => {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function settings({
  folder,
  port,
  tlsPort,
  certificate,
  program,
  dovecot: { mails, owner, user, password },
}: {
  readonly folder: string
  readonly port: number
  readonly tlsPort: number
  readonly certificate: Certificate | undefined
  readonly program: string
  readonly dovecot: Dovecot
}): string {
  const encryption =
    certificate === undefined
      ? `daemon_smtp_ports = ${port}\ntls_advertise_hosts =`
      : `daemon_smtp_ports = ${port} : ${tlsPort}
tls_on_connect_ports = ${tlsPort}
tls_advertise_hosts = *
auth_advertise_hosts = \${if eq{$tls_in_cipher}{}{}{*}}
tls_certificate = ${certificate.file}
tls_privatekey = ${certificate.key}`
  return `
exim_path = ${program}
exim_user = ${owner.uid}
exim_group = ${owner.gid}
never_users =
spool_directory = ${folder}/spool
log_file_path = ${folder}/spool/log-%s
pid_file_path = ${folder}/spool/pid
primary_hostname = mail.company.example
local_interfaces = 127.0.0.1
${encryption}
domainlist here = company.example : example.org
acl_smtp_rcpt = rcpt
acl_smtp_data = data
message_size_limit = 1M
host_lookup =
rfc1413_query_timeout = 0s
keep_environment =
add_environment =
qualify_domain = company.example
deliver_drop_privilege = true
begin acl
rcpt:
  deny    local_parts = nobody
          message = no such mailbox here
  accept  domains = +here
  accept  authenticated = *
  deny    message = not let in
data:
  accept  condition = \${if eq{$recipients}{slow@example.org}}
          delay = 5s
  accept
begin routers
mailboxes:
  driver = accept
  domains = +here
  address_data = \${lookup{$local_part@$domain}dsearch,ret=full{${mails}}{$value}fail}
  transport = maildir
missing:
  driver = redirect
  domains = +here
  data = :fail: there is no such mailbox any more
  allow_fail
begin transports
maildir:
  driver = appendfile
  directory = $address_data
  maildir_format
  return_path_add
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_condition = \${if and{{eq{$auth2}{${user}}}{eq{$auth3}{${password}}}}}
  server_set_id = $auth2
`
}
