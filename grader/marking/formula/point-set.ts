import type { DeclaredValue } from './formula-symbols.ts'
import type { Point } from './point.ts'
import { pointsAt, samplePoints } from './sample-points.ts'
import { seeded } from './seeded.ts'

/** How many points are tried at most, and after how many drawn ones those of an answer's own constants come. */
const most = 300
const first = 4

/** The points that all formulas of a field are computed at: drawn once, in one order, as far as they are asked for. */
export class PointSet {
  readonly values: readonly DeclaredValue[]
  private readonly sizes: ReadonlyMap<string, number>
  private readonly constants: readonly number[]
  private readonly seed: string
  private readonly drawn: Point[] = []
  private readonly source: Iterator<Point>

  constructor(
    values: readonly DeclaredValue[],
    sizes: ReadonlyMap<string, number>,
    constants: readonly number[],
    seed: string,
  ) {
    this.values = values
    this.sizes = sizes
    this.constants = constants
    this.seed = seed
    this.source = samplePoints(values, sizes, constants, seeded(seed))
  }

  /** The points in their order; among the first those at which an answer's own constants stand. */
  *along(constants: readonly number[]): Generator<Point> {
    const own = constants.filter((constant) => !this.constants.includes(constant))
    for (let i = 0; i < most; i++) {
      if (i === first) yield* pointsAt(this.values, this.sizes, own, seeded(`${this.seed} ${own.join(' ')}`))
      for (let next = this.drawn.length; next <= i; next++) this.drawn.push(this.source.next().value as Point)
      yield this.drawn[i] as Point
    }
  }
}
