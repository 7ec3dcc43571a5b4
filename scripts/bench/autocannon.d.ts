declare module "autocannon" {
  type Request = { path?: string; method?: string; headers?: Record<string, string>; body?: string };
  type Options = {
    url: string;
    connections?: number;
    duration?: number;
    amount?: number;
    headers?: Record<string, string>;
    requests?: (Request & { setupRequest?: (request: Request) => Request })[];
  };
  type Result = {
    errors: number;
    timeouts: number;
    non2xx: number;
    requests: { average: number; total: number };
    latency: { p50: number; p97_5: number; p99: number };
    throughput: { average: number };
  };
  export default function autocannon(options: Options): Promise<Result>;
}
