import { translator } from "@/lib/format/messages";

type Props = { url: string | null; archiveUrl: string | null; locale: string };

/** Where a report can be read, or that nobody recorded where. */
export function ReportAddress({ url, archiveUrl, locale }: Props) {
  const t = translator(locale);
  return (
    <p>
      {url ? (
        <a className="break-all" href={url} rel="external noopener">
          {t("claimPage.reports.address")}: {new URL(url).hostname}
        </a>
      ) : (
        t("claimPage.reports.noAddress")
      )}
      {archiveUrl ? (
        <>
          {"; "}
          <a href={archiveUrl} rel="external noopener">
            {t("claimPage.reports.archived")}
          </a>
        </>
      ) : null}
    </p>
  );
}
