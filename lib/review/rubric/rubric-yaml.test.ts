import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { RubricItem } from './rubric.ts'
import { rubricYaml } from './rubric-yaml.ts'

const item = (says: string, amount: number, unit: RubricItem['unit'] = 'points') => ({ id: says, says, amount, unit })
const rubric = (items: RubricItem[], base: 'zero' | 'full' = 'zero') => ({ version: 1, base, items })

describe('a rubric as a question file writes it', () => {
  it('is in the points of the file, whatever the exam makes of them', () => {
    const text = rubricYaml(rubric([item('Says: why, with $x$', 3), item('Half of it', 0.5, 'share')]), 6, 2)
    expect(parse(text)).toEqual({
      rubric: [
        { says: 'Says: why, with $x$', points: 1 },
        { says: 'Half of it', points: 1 },
      ],
    })
  })

  it('leaves to its author what a file cannot say', () => {
    const text = rubricYaml(rubric([item('Good', 2), item('No\nunits', -0.5)], 'full'), 2, 2)
    expect(parse(text)).toEqual({ rubric: [{ says: 'Good', points: 2 }] })
    expect(text).toContain('# points start from all there are')
    expect(text).toContain('# -0.5 points: No units\n')
  })
})
