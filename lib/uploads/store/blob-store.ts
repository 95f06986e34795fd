import { environment } from '../../environment.ts'
import { postgresStore } from './postgres-store.ts'
import { s3Store } from './s3-store.ts'

/** Where the bytes of pictures are kept. What is put under a key never changes. */
export interface BlobStore {
  put: (key: string, bytes: Uint8Array) => Promise<void>
  /** null: there is nothing under it */
  get: (key: string) => Promise<Buffer | null>
}

export type StoreName = 'postgres' | 's3'

/** The store for new pictures: this database, or what the environment names. */
export function currentStore(): StoreName {
  return environment().UPLOADS_S3_URL ? 's3' : 'postgres'
}

/** A store by the name that a file remembers: a changed setting leaves old pictures where they are. */
export function storeNamed(name: StoreName): BlobStore {
  const address = environment().UPLOADS_S3_URL
  if (name === 'postgres') return postgresStore
  if (!address) throw new Error('There are pages in an S3 store, and UPLOADS_S3_URL does not say where it is.')
  return s3Store(address)
}

/** The key of a picture: what was put under it can only be that very picture. `sha256` is the large one's. */
export const blobKey = (upload: string, sha256: string, size: 'large' | 'small') => `${upload}/${sha256}-${size}.jpg`
