import type { TableFile, TableRow } from './table-file.ts'

/** What a column of a list of people may mean. */
export const columnKinds = [
  'email',
  'name',
  'first',
  'last',
  'number',
  'group',
  'role',
  'percent',
  'extraMinutes',
  'room',
  'reason',
] as const
export type ColumnKind = (typeof columnKinds)[number]

/** Which column means what, by its place; what is not there is not in the file. */
export type Columns = Partial<Record<ColumnKind, number>>

/** Headings as Moodle, Canvas, ILIAS, Stud.IP and examination offices write them, in English and German. */
const headings: Record<ColumnKind, RegExp> = {
  email: /^(e ?mail|e ?mail ?(address|adresse)|mail|mail ?adresse|sis login id|login|benutzername|username|user)$/,
  name: /^(name|full ?name|student|student ?name|display name|sortable name|teilnehmer(in)?|vollständiger name)$/,
  first: /^(first ?name|given ?name|forename|vorname(n)?|rufname)$/,
  last: /^(last ?name|surname|family ?name|nachname|familienname|zuname)$/,
  number:
    /^(id ?number|student ?(id|no|number)|(matr(ikel)?|registration|matriculation|enrol?ment) ?(nr|no|nummer|number)?|sis user id|id|nr|number)$/,
  group: /^(groups?|section|tutorial|tutorium|übungsgruppe|übung|gruppen?|class|klasse|cohort)$/,
  role: /^(role|rolle|funktion|status)$/,
  percent:
    /^(percent|time|time percent|time in percent|extra time|time multiplier|prozent|zeit|zeit in prozent|zeitverlängerung|nachteilsausgleich)$/,
  extraMinutes: /^(extra ?min(ute)?s?|minutes|additional minutes|minuten|zusätzliche minuten|zusatzminuten)$/,
  room: /^(room|seat|raum|hörsaal|saal|lecture hall|place)$/,
  reason: /^(reason|grund|begründung|comment|remark|note|bemerkung|kommentar)$/,
}

/** A heading without signs: `E-Mail-Adresse:`, `"Matr.-Nr."` and `Time, %` are read by their words. */
const plain = (heading: string) =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/%/g, ' percent ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const looksLikeMail = (cell: string) => /[^\s@<]+@[^\s@>]+\.[^\s@>]+/.test(cell)

function columnsOfHeading(cells: readonly string[]): Columns {
  const columns: Columns = {}
  const words = cells.map(plain)
  for (const kind of columnKinds) {
    const exact = words.findIndex((word, at) => headings[kind].test(word) && !Object.values(columns).includes(at))
    if (exact >= 0) columns[kind] = exact
  }
  // whose heading says nothing of mail may still hold it; a user name that is an address is preferred to none
  return columns
}

/** A table of people: its heading, where it has one, and what its columns seem to mean. */
export interface PeopleTable extends Pick<TableFile, 'kind' | 'from' | 'broken'> {
  heading: string[] | null
  rows: TableRow[]
  columns: Columns
}

/** The first row is a heading unless it holds an address; then columns are known by what is in them. */
export function asPeopleTable(file: TableFile): PeopleTable {
  const [first, ...others] = file.rows
  const { kind, from, broken } = file
  if (!first || first.cells.some(looksLikeMail))
    return { kind, from, broken, heading: null, rows: file.rows, columns: columnsByContent(file.rows) }
  const columns = columnsOfHeading(first.cells)
  const byContent = columnsByContent(others).email
  const mails = (column: number | undefined) =>
    column === undefined ? 0 : others.filter(({ cells }) => looksLikeMail(cells[column] ?? '')).length
  if (byContent !== undefined && mails(byContent) > mails(columns.email)) {
    for (const kind of columnKinds) if (columns[kind] === byContent) delete columns[kind]
    columns.email = byContent
  } else if (mails(columns.email) === 0 && others.length > 0) delete columns.email
  return { kind, from, broken, heading: first.cells, rows: others, columns }
}

/** Without a heading only addresses are certain, and a single other column of words is the name. */
function columnsByContent(rows: readonly TableRow[]): Columns {
  const some = rows.slice(0, 200)
  const width = Math.max(0, ...some.map(({ cells }) => cells.length))
  const share = (column: number, test: (cell: string) => boolean) =>
    some.filter(({ cells }) => test(cells[column] ?? '')).length / some.length
  const columns: Columns = {}
  const all = Array.from({ length: width }, (_, column) => column)
  const email = all.find((column) => share(column, looksLikeMail) > 0.5)
  if (email !== undefined) columns.email = email
  const words = all.filter((column) => share(column, (cell) => /^\p{L}[\p{L}\s.,'’-]*$/u.test(cell)) > 0.8)
  if (words.length === 1 && words[0] !== undefined) columns.name = words[0]
  return columns
}
