/** Beginnings of the names of parameters that tell how somebody came to a page, never which page it is. */
const BEGINNINGS = words(
  "utm_ utm- at_ mc_ hsa_ _hs __hs amp_ ns_ sfmc_ mtm_ piwik_ matomo_ wt_mc wt_zmc guce_ elqtrack vero_ oly_",
  "notif_ fb_action fb_comment fb_ref fb_source __xts__ __cft__",
);

const NAMES = new Set(
  words(
    // What advertisers and networks add to each click.
    "fbclid gclid gclsrc gbraid wbraid dclid msclkid yclid ysclid ymclid twclid ttclid li_fat_id igshid igsh epik",
    "irclickid rb_clickid srsltid wickedid zanpid s_kwcid ef_id mkt_tok dm_i _ga _gl _gac _openstat __s trk spm",
    "_branch_match_id pk_campaign pk_cid pk_content pk_keyword pk_kwd pk_medium pk_source",
    // What publishers add to their own links, in feeds, letters and buttons.
    "ref ref_src ref_url referer referrer cmp cmpid smid smtyp ito ocid ncid icid xtor guccounter emc s_cid srnd",
    "sref mbid wprov sr_share hootpostid ml_subscriber __twitter_impression",
    // What Facebook adds.
    "mibextid rdid share_url __tn__ _rdr _rdc paipv eav extid hc_ref fref refsrc sfnsn",
    // What asks for the AMP form of a page.
    "amp outputtype usqp _amp",
  ),
);

function words(...lines: string[]): string[] {
  return lines.join(" ").split(" ");
}

/** Whether a parameter leaves a page what it is (R29): none that may name the page is among these. */
export function isTracking(name: string): boolean {
  const plain = name.toLowerCase();
  return NAMES.has(plain) || BEGINNINGS.some((beginning) => plain.startsWith(beginning));
}
