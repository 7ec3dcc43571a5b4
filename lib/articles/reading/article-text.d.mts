export function articleText(html: string): string;
