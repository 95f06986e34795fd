/** What stands where the name of a question stands in addresses of staff pages. */
export const reservedSlugs: readonly string[] = ['new', 'import', 'export', 'files', 'sync', 'collections', 'bank']
