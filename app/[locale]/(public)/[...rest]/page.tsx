import type { Metadata } from "next";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";

type Props = PageProps<"/[locale]/[...rest]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return missingMetadata((await params).locale);
}

/** Every address under a locale that no page answers. */
export default async function UnknownPage({ params }: Props) {
  return <Missing locale={(await params).locale} />;
}
