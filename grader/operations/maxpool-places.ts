import { pooling } from './pooling.ts'
import { largestPlaces64 } from './pooling-float64.ts'
import { largestPlacesTfjs } from './pooling-tfjs.ts'
import { axis, tensor64 } from './tensor64.ts'

export const maxpoolPlaces = pooling({
  name: 'maxpool_places',
  summary:
    'Where on its map, counted from 1 in row-major order, the first largest entry of every window lies; arguments as maxpool.',
  example: 'maxpool_places(h, 2, 2)',
  noGradient: 'it is a place, not a quantity',
  option: 'dilation',
  integers: 'always',
  float64(x, windows) {
    const mapSize = windows.height * windows.width
    const places = Float64Array.from(largestPlaces64(x, windows), (place) => (place % mapSize) + 1)
    return tensor64([axis(x.shape, 0), windows.outHeight, windows.outWidth], places)
  },
  tfjs: largestPlacesTfjs,
})
