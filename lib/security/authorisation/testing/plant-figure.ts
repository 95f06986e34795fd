import { createHash, randomBytes } from 'node:crypto'
import { query } from '../../../db/query.ts'

/** A picture that question files may name. */
export async function plantFigure(): Promise<string> {
  const bytes = randomBytes(32)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const file = `planted-1x1-${sha256.slice(0, 16)}.png`
  await query('INSERT INTO upload_blob (key, data) VALUES ($1, $2)', [`figure/${sha256}`, bytes])
  await query(
    `INSERT INTO figure (file, sha256, bytes, shown_sha256, shown_media_type, width, height, store)
     VALUES ($1, $2, 32, $2, 'image/png', 1, 1, 'postgres')`,
    [file, sha256],
  )
  return file
}
