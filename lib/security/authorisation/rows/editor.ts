import { beginnings } from '../../../questions/templates/beginnings.ts'
import { always, staffAnywhere } from '../gives.ts'
import { page, row } from '../row.ts'

/** A question of the house: administrators write it. The grading process, which has its file, is away here. */
const away = always(403, { nobody: 401, administrator: 503 })

export const editor = [row(beginnings, staffAnywhere, () => [null])]

export const editorPages = [page('/staff/questions/new', staffAnywhere), page('/staff/questions/[slug]/edit', away)]
