/** A picture by its name: so big, and its bytes begin their hash so. A version of a question fixes its pictures by that. */
export interface PictureName {
  file: string
  width: number
  height: number
  /** the first 16 digits of the SHA-256 of its bytes */
  hash: string
  type: 'png' | 'jpg'
}

const shape = /^[a-z0-9]+(?:-[a-z0-9]+)*-([1-9]\d{0,4})x([1-9]\d{0,4})-([0-9a-f]{16})\.(png|jpg)$/

/** null: no picture is named like this. */
export function readPictureName(file: string): PictureName | null {
  const [, width, height, hash = '', type] = file.length <= 120 ? (shape.exec(file) ?? []) : []
  if (type !== 'png' && type !== 'jpg') return null
  return { file, width: Number(width), height: Number(height), hash, type }
}

/** The name of a picture: what somebody called it, as far as a name can hold that, its size and its hash. */
export function pictureName(wish: string, picture: Omit<PictureName, 'file'>): string {
  const word = wish
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\.(png|jpe?g|webp)$/, '')
    // of a picture that has been named here before
    .replace(/-\d+x\d+-[0-9a-f]{16}$/, '')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  return `${word || 'picture'}-${picture.width}x${picture.height}-${picture.hash}.${picture.type}`
}
