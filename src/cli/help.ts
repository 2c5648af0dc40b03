/** What `stem-returns --help` prints. */
export const help = `stem-returns serve   the collection endpoint, the task pane and the page for handing in files, for a real programme
stem-returns demo    the same with an invented programme, and a spreadsheet in the browser to try it
stem-returns init    makes the database of a real programme and prints a code to set it up with, as serve does
stem-returns codes list [--json]
                     who takes part, and which access codes they have; the codes themselves are kept nowhere
stem-returns codes make (--person ID | --school URN --name "…" | --role mentor|project-team --name "…")
                        [--expires YYYY-MM-DD] [--json]
                     makes an access code, for somebody who is there or somebody new, and prints it this once
stem-returns codes revoke CODE-ID [--json]
                     the code and the sessions that it began let nobody in any more
stem-returns check FILES… [--json] [--processes N]
                     checks the returns in workbook files, without a server, and prints each cell to look at;
                     ends with 0 when nothing must be fixed, 1 when something must, 2 when a file could not be read
stem-returns workbook --school URN --round ROUND --out FILE.xlsx
                     writes the workbook of one return from the server's data file, with its answers so far
stem-returns round list|open|change|close [--json]
                     the rounds in the server's data: what is collected, from when until when, late or not;
                     stem-returns round says how
stem-returns purge list|ROUND|certificate ROUND [--yes] [--reason TEXT] [--json]
                     until when rounds are kept; lets what a round holds about pupils go, with a certificate of it
stem-returns export --school URN --out FILE
                     all that is held about one school, as JSON, for the school that asks for it
stem-returns manifest --url URL [--out FILE]
                     the add-in's manifest for a pane that is served at that address, for Excel or the school's IT
stem-returns backup --out FILE
                     everything the server holds, as at one moment, in one file; the server may go on meanwhile
stem-returns export --round ROUND --out FILE [--table answers|owners|totals|behind] [--format csv|json] [--as-at DAY]
                     all that counts in a round, as a file; stem-returns export says more
stem-returns restore FILE
                     fills an empty database from a backup, SQLite or PostgreSQL whichever either was
stem-returns audit verify|checkpoint|list LOG [--written HASH] [--json]
                     the log of who did what: whether it holds together, a mark of how it stands to be written down
                     elsewhere, or what stands in one log (an owner's, or PROGRAMME); verify ends with 1 when it does
                     not hold, or has no checkpoint with the hash that was written down
stem-returns sample --pilot --out FOLDER
                     writes the workbooks of an invented pilot, one a school, with all its returns
stem-returns sample --schools N --pupils M --seed S --out FOLDER
                     writes workbooks of N invented schools, each with the answers of M invented pupils;
                     the same numbers give the same answers
stem-returns import-register FILES… [--links FILE] [--enlist FILE|URN,URN…] [--dry-run] [--json]
                     fills the register of schools from the government's download, its file of links, or a CSV list
                     with a column URN; --enlist takes schools into the programme, --dry-run only says what would
                     be done; ends with 0, or with 1 when rows were refused or a file could not be read
stem-returns instrument blank --out FILE.xlsx
                     makes a workbook in which to write a new instrument, with help and an example
stem-returns instrument export NAME@VERSION --out FILE.xlsx
                     writes an instrument of the program as such a workbook
stem-returns instrument import FILE.xlsx --out FOLDER
                     reads such a workbook: the definition goes into the folder, mistakes are told by sheet and cell

Settings, by environment:
  PORT                port to listen on (3000)
  HOST                address to listen on (localhost: only this machine)
  STEM_DATA           data file (data/returns.db, or data/demo.db for the demo)
  DATABASE_URL        PostgreSQL instead of a data file, e.g. postgresql://user:password@host/database (none)
  STEM_INSTRUMENTS    folder of imported instruments (data/instruments, where it is there)
  STEM_ADDIN_ORIGINS  origins of add-ins served from elsewhere, parted by commas (none)
  STEM_TRUST_PROXY    addresses or networks of reverse proxies, parted by commas (none)
  STEM_PUBLIC_URL     where people reach the server; /manifest.xml then gives out the add-in (none)
  STEM_STOP_DELAY     seconds in which a server that is stopped still works while /readyz says no more (0)
  STEM_REQUESTS_PERSON   requests a minute that each server process takes from one person who is signed in (1200)
  STEM_REQUESTS_ADDRESS  the same from one address, of all there who are not signed in, together (6000)
  STEM_REQUEST_SECONDS   seconds in which a request must have come in (120)
  STEM_CERT, STEM_KEY certificate and key, PEM files, for https without a reverse proxy (none)
`;
