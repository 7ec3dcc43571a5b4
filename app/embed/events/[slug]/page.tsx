import { EmbedPage, embedMetadata } from "@/app/embed/embed-page";

type Props = PageProps<"/embed/events/[slug]">;

export async function generateMetadata({ params }: Props) {
  return embedMetadata({ event: (await params).slug, measure: null });
}

/** An event's headline, in a frame. */
export default async function EventEmbed({ params, searchParams }: Props) {
  return <EmbedPage embedded={{ event: (await params).slug, measure: null }} query={await searchParams} />;
}
