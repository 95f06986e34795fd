import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { findHandler, loadRoutes, patternOf } from './route-files.ts'

describe('the route files of the exam path', () => {
  it('are found by method and address', async () => {
    const routes = await loadRoutes(path.resolve(import.meta.dirname, '../..'), '/api/exam/v1')
    expect(routes.filter(({ handlers }) => Object.keys(handlers).length === 0)).toEqual([])
    const find = (method: string, address: string) => findHandler(routes, method, address)
    expect(find('PUT', '/api/exam/v1/attempts/a-1/responses')?.params).toEqual({ id: 'a-1' })
    expect(find('GET', '/api/exam/v1/attempts/a-1')?.params).toEqual({ id: 'a-1' })
    expect(find('GET', '/api/exam/v1/attempts/a-1/paper')?.handle).toBeTypeOf('function')
    expect(find('POST', '/api/exam/v1/exams/e/attempts')?.params).toEqual({ examId: 'e' })
    for (const [method, address] of [
      ['GET', '/api/exam/v1/attempts/a-1/responses'],
      ['OPTIONS', '/api/exam/v1/attempts/a-1'],
      ['constructor', '/api/exam/v1/attempts/a-1'],
      ['GET', '/api/exam/v1/attempts/a-1/'],
      ['GET', '/api/exam/v1/attempts/a%2F1'],
      ['GET', '/api/exam/v2/attempts/a-1'],
      ['GET', '/api/staff/v1/reviews'],
    ] as const)
      expect(find(method, address), `${method} ${address}`).toBeNull()
  })

  it('are patterns of whole addresses', () => {
    expect(patternOf('/api/x', 'route.ts').source).toBe(/^\/api\/x$/.source)
    expect(patternOf('/api/x', 'a/[b]/route.ts').exec('/api/x/a/1')?.groups).toEqual({ b: '1' })
  })
})
