import { query } from '../../db/query.ts'
import type { BlobStore } from './blob-store.ts'

/** Beside everything else, in the same backups. */
export const postgresStore: BlobStore = {
  async put(key, bytes) {
    await query('INSERT INTO upload_blob (key, data) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING', [
      key,
      Buffer.from(bytes),
    ])
  },
  async get(key) {
    const [row] = await query<{ data: Buffer }>('SELECT data FROM upload_blob WHERE key = $1', [key])
    return row?.data ?? null
  },
}
