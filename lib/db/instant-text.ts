/** An instant as PostgreSQL reads it, also before the year 1 and after 9999, which ISO 8601 writes with a sign. */
export function instantText(at: Date): string {
  const iso = at.toISOString();
  const year = at.getUTCFullYear();
  if (year >= 1 && year <= 9999) return iso;
  const rest = iso.slice(iso.indexOf("-", 1));
  return year > 0 ? `${year}${rest}` : `${String(1 - year).padStart(4, "0")}${rest} BC`;
}
