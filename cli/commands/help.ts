const overview = `Outside-In reads what your customers live through, from their side.

  outside-in read FILE…      read exports of a help desk, call list, chat or log, and report
  outside-in export WHAT     write out what was read: interactions, contacts, issues, causes, drivers, changes, handoffs,
                             set-aside
  outside-in cost            say what doing nothing costs, by cause, and what that rests on
  outside-in serve           serve the pages and the API on this machine
  outside-in work            read what comes in, beside others that serve or work
  outside-in reread          read a workspace again while it is used, after a new version
  outside-in verdict         say whether a change helped, by its name or from a series in a file
  outside-in person          take out or erase everything kept about one person
  outside-in link            let somebody choose a new password who lost theirs
  outside-in demo            write the invented company as an export
  outside-in backup FILE     keep the whole store in one file, while it is used
  outside-in restore FILE    fill an empty store from such a file
  outside-in help COMMAND    say more about one of them
  outside-in --version       say which version this is

All take --data DIR (where the embedded database lives, default ~/.outside-in,
for root /var/lib/outside-in) or the environment's DATABASE_URL.
Exit codes: 0 done, 1 our fault, 2 bad usage or input, 3 done but some rows were set aside.
`

const details: Readonly<Record<string, string>> = {
  read: `outside-in read FILE… [--map FILE] [--sheet NAME] [--grain N] [--workspace NAME] [--data DIR] [--explain] [--json]

Reads CSV, TSV, JSON, JSONL, XES and XLSX files and mailboxes (MBOX, EML), each also gzipped; - is standard input.

  --explain         say how the file would be read, and why, and read nothing
  --map FILE        read it as this mapping says (see docs/mapping.md); --explain --json prints one to start from
  --sheet NAME      of a workbook, read this sheet; otherwise the first table and all sheets with its columns
  --grain N         how fine causes are from now on: above 1 more and smaller ones, below 1 fewer and larger (default: 1)
  --workspace NAME  where to keep it (default: main)
  --json            print one JSON document on standard output, and nothing else there

Reading a file again adds nothing. A reading that was interrupted goes on where it stopped.
`,
  export: `outside-in export (interactions|contacts|issues|causes|drivers|changes|handoffs|set-aside) [--format csv|jsonl]
                  [--workspace NAME] [--data DIR]

Writes one row each to standard output. Names, addresses and numbers of people are written as they came: the file is
yours to protect.
`,
  cost: `outside-in cost [--months N] [--cause C]… [--workspace NAME] [--data DIR] [--json]

Says what doing nothing will cost, as the cost page does.

  --months N        how far ahead, from 1 to 60 (default: 12)
  --cause C         only this cause, by its id or its name; may be given several times
  --workspace NAME  whose records (default: main)
  --json            print one JSON document on standard output, and nothing else there
`,
  serve: `outside-in serve [--port N] [--host H] [--data DIR] [--demo]

Serves the pages and the API on http://127.0.0.1:4000, for this machine only, until it is stopped. The first start prints
a link, good once, by which the first person signs up and lets others in.

  --port N   listen on another port
  --host H   listen on another address, such as 0.0.0.0 for all networks: then nobody gets in without signing in
  --demo     load the invented company when there is no data yet: about a minute

docs/running.md says how to run it for others: settings, a proxy with TLS, health, backups, updates.
`,
  work: `outside-in work [--data DIR]

Takes jobs from the queue in the store until it is stopped: reads what came in, writes figures. “serve” does so itself;
more of these, on this machine or others, share the work.
`,
  reread: `outside-in reread [--workspace NAME] [--data DIR]

Reads all that is kept again, by this version and with what people said since, while the workspace is used; screens change
over at once when it is done. Interrupted, it goes on where it stopped.
`,
  person: `outside-in person (export|erase) WHO [--workspace NAME] [--data DIR]

WHO is an e-mail address, a telephone number or an account number, as the records know it. export prints one JSON document
with every row about them. erase removes them from every table, reading and file, and reads anew where a reading
quoted them. Backups are yours to erase.
`,
  link: `outside-in link EMAIL [--data DIR]

Prints a one-time link for whoever signs in with that address, keepers too. It opens once, for a week, sets a new password
and ends the sessions they had. A second factor stays as it is.
`,
  verdict: `outside-in verdict CHANGE [--workspace NAME] [--data DIR] [--json]
outside-in verdict --series FILE --at DATE [--outcome NAME] [--controls A,B] [--good up|down] [--json]

Says whether a series went another way since a change than its own history and its controls foretold: better, worse,
no material change, or cannot say and why. CHANGE is the number or the name of a change in the workspace: the answer is
that of its page. A series from a file needs no data directory. FILE is a table with one row a day, week, month,
quarter or year (see docs/method/proof.md for how it judges).

  --series FILE     CSV, TSV, JSON, JSONL or XLSX, or columns set apart by spaces
  --at DATE         the first day with the change, as 2026-03-09 or as the file writes its dates
  --outcome NAME    the column to judge (default: one named like y, value or count, else the first with numbers)
  --controls A,B    columns that the change does not touch (default: all others with numbers); none for no controls
  --time NAME       the column of dates (default: found by its name and values)
  --good up|down    whether more is better (default: up)
  --material P      a change within P percent is of no matter (default: 2)
  --planned         this is the one look, set before the change came; otherwise you may look each day for a year
  --json            print one JSON document on standard output, and nothing else there

The same file gives the same answer, to the byte.
`,
  backup: `outside-in backup FILE [--data DIR]

Writes everything in the store, all workspaces, as it is at one moment into one compressed file. Whoever works meanwhile is
not held up. FILE holds what customers said: keep it where others cannot read it. Keys that the settings hold are not in it.
`,
  restore: `outside-in restore FILE [--data DIR]

Fills an empty store from a backup: another folder, another database, another version of PostgreSQL. All of it or nothing; a
damaged file is refused before anything is touched.
`,
  demo: `outside-in demo [--interactions N] [--seed S] [--out FILE]

Writes the invented company as an export: CSV, or JSONL by the name of FILE, gzipped when it ends in .gz.
Without --out it writes CSV to standard output. Same seed, same bytes.

  --interactions N   about how many, up to 10,000,000 (default 12,000)
  --seed S           a whole number (default 1)
`,
}

export function helpText(command: string | undefined): string {
  return (command === undefined ? undefined : details[command]) ?? overview
}
