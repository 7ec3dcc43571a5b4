import { markForReading } from "@/lib/http/answer";

/** Pages for reading: whole as they are sent, so they are sent without the framework's scripts. */
export default function ReadingLayout({ children }: LayoutProps<"/[locale]">) {
  markForReading();
  return children;
}
