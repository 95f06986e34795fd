/** A name for files and addresses after a title; what is no letter of an address becomes a hyphen. */
export function slugAfter(title: string, otherwise: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/ß/g, 'ss')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  return plain || otherwise
}
