import { receiving } from '../../../../../../lib/http/route.ts'
import { importFiles, mostArchive } from '../../../../../../lib/questions/files/import-files.ts'

export const PUT = receiving({ most: mostArchive }, ({ principal, request, bytes }) => {
  // the use case reads it strictly, whatever the address says
  const given = Object.fromEntries(new URL(request.url).searchParams) as unknown as Parameters<typeof importFiles>[1]
  return importFiles(principal, given, bytes)
})
