import { EmbedPage, embedMetadata } from "@/app/embed/embed-page";

type Props = PageProps<"/embed/measures/[event]/[measure]">;

export async function generateMetadata({ params }: Props) {
  return embedMetadata(await params);
}

/** The figures of one measure of an event, in a frame. */
export default async function MeasureEmbed({ params, searchParams }: Props) {
  return <EmbedPage embedded={await params} query={await searchParams} />;
}
