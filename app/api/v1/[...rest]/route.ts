import { Failure } from "@/lib/api/failure";

/** There is no such address in the API: said as every failure of it is. */
async function nothing(request: Request): Promise<Response> {
  const detail = "There is nothing at this address. The addresses are in /api/v1/openapi.json.";
  return new Failure(404, detail).toResponse(request.headers.get("x-request-id"));
}

export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT };
