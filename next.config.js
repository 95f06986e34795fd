/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  // Types are checked by `npm test`; a build on a student's or teacher's machine need not repeat it.
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    root: import.meta.dirname,
    // The math editor is loaded by the browser alone; the package's server entry has no editor to import.
    resolveAlias: { mathlive: './node_modules/mathlive/mathlive.min.mjs' },
  },
  // Packages with native code or dynamic requires stay outside the server bundle.
  serverExternalPackages: [
    'pg',
    'pg-boss',
    'webgpu',
    'sharp',
    '@hyzyla/pdfium',
    '@tensorflow/tfjs',
    '@tensorflow/tfjs-backend-wasm',
    '@tensorflow/tfjs-backend-webgpu',
  ],
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
        {
          key: 'Permissions-Policy',
          value: 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
        },
      ],
    },
  ],
}
