/** A file name out of a title: what it may not hold becomes a hyphen. */
export function nameOf(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '')
}

/** The text with another title, quoted where YAML would read something else. */
export function withTitle(source: string, title: string): string {
  const plain = /^[\p{L}\p{N}][\p{L}\p{N} ,.()'/+-]*$/u.test(title)
  const written = plain && !/^(?:true|false|null|yes|no|on|off|[\d.+-]+)$/i.test(title) ? title : JSON.stringify(title)
  return source.replace(/^title:.*$/m, () => `title: ${written}`)
}
