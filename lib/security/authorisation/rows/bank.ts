import { searchBank } from '../../../questions/bank/search-bank.ts'
import { figureImage } from '../../../questions/figures/figure-image.ts'
import { uploadFigure } from '../../../questions/figures/upload-figure.ts'
import { always, but, staffAnywhere } from '../gives.ts'
import { row } from '../row.ts'

/** A question of the house: administrators work on it. Whose it is otherwise, `require-question.test.ts` asks. */
const keepers = (administrator: 'ok' | 422) => always(403, { nobody: 401, administrator })
/** Of a question of the house, which all staff read; its students see it once it is before them. */
const picture = but(always(404, { nobody: 401, outsideTa: 'ok', staff: 'ok' }), { sat: { owner: 'ok' } })

/** Which questions each of them finds in the bank, `search-bank.test.ts` asks. */
export const bank = [
  row(searchBank, staffAnywhere, () => [{}], 'GET /api/staff/v1/bank'),
  row(figureImage, picture, (w) => [w.file], 'GET /api/exam/v1/figures/[file]'),
  row(uploadFigure, keepers(422), (w) => [w.slug, { name: 'map' }, async () => Buffer.alloc(0)], {
    routes: ['PUT /api/staff/v1/questions/[slug]/figures'],
    body: () => new Uint8Array(),
    search: '?name=map',
  }),
]
