import { receiving } from '../../../../../../lib/http/route.ts'
import { importFiles, mostArchive } from '../../../../../../lib/questions/files/import-files.ts'

export const PUT = receiving({ most: mostArchive }, ({ principal, request, bytes }) => {
  const asked = new URL(request.url).searchParams
  const { replace: _, ...single } = Object.fromEntries(asked)
  // the use case reads it strictly, whatever the address says
  const given = { ...single, replace: asked.getAll('replace') } as Parameters<typeof importFiles>[1]
  return importFiles(principal, given, bytes)
})
