import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalUrl, isArchiveUrl } from "../../lib/reports/rules";

const STORY = "https://example.org/news/story-1";
const POST = "https://x.com/kyivindependent/status/1610000000000000001";
const VIDEO = "https://youtube.com/watch?v=dQw4w9WgXcQ";

describe("R29: one report, however its link is written", () => {
  const TRACKED = [
    "utm_source=feed&utm_medium=rss&UTM_Campaign=x&utm-term=y",
    "fbclid=IwAR0",
    "gclid=1&gclsrc=aw.ds",
    "gbraid=1&wbraid=2",
    "dclid=1",
    "msclkid=1",
    "yclid=1&ysclid=2",
    "twclid=1",
    "ttclid=1",
    "mc_cid=1&mc_eid=2",
    "igshid=1",
    "igsh=MzRl",
    "_ga=2.1.1&_gl=1*abc",
    "at_medium=RSS&at_campaign=KARANGA&at_link_id=7",
    "smid=tw-share&smtyp=cur&emc=rss",
    "ito=social-twitter_mailonline",
    "CMP=share_btn_tw",
    "cmpid=1&ns_source=facebook&ns_mchannel=social",
    "ocid=msedgntp",
    "xtor=AL-72-[partner]",
    "__twitter_impression=true",
    "guccounter=1&guce_referrer=aHR0&guce_referrer_sig=AQA",
    "ref=home&ref_src=twsrc%5Etfw",
    "_hsenc=p2A&_hsmi=1&hsa_acc=1",
    "mkt_tok=1&li_fat_id=2&epik=3",
    "fb_action_ids=1&fb_source=other",
    "mibextid=Zxz2cZ&__tn__=R&__cft__%5B0%5D=AZX&__xts__[0]=1",
    "pk_campaign=1&mtm_source=2",
    "amp=1&amp_js_v=a9&usqp=mq331AQ",
    "outputType=amp",
  ];
  test.each(TRACKED)("without ?%s", (query) => {
    expect(canonicalUrl(`${STORY}?${query}`)).toBe(STORY);
    expect(canonicalUrl(`${STORY}?id=7&${query}`)).toBe(`${STORY}?id=7`);
  });

  const SAME: [string, string][] = [
    // Hosts.
    ["http://example.org/news/story-1", STORY],
    ["https://WWW.Example.ORG/news/story-1", STORY],
    ["https://example.org./news/story-1", STORY],
    ["https://m.example.org/news/story-1", STORY],
    ["https://mobile.example.org/news/story-1", STORY],
    ["https://amp.example.org/news/story-1", STORY],
    ["https://www.m.example.org/news/story-1", STORY],
    ["https://example.org:443/news/story-1", STORY],
    ["http://example.org:80/news/story-1", STORY],
    ["http://example.org:443/news/story-1", STORY],
    ["https://example.org:80/news/story-1", STORY],
    ["https://reader@example.org/news/story-1", STORY],
    ["https://ru.m.wikipedia.org/wiki/%D0%9C", "https://ru.wikipedia.org/wiki/%D0%9C"],
    ["https://пример.рф/новость", "https://xn--e1afmkfd.xn--p1ai/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D1%8C"],
    ["https://m.com.ua/story", "https://m.com.ua/story"],
    ["https://www.m.com.ua/story", "https://m.com.ua/story"],
    ["https://m.co/story", "https://m.co/story"],
    ["https://www.co.uk/story", "https://www.co.uk/story"],
    // Paths.
    [`${STORY}/`, STORY],
    [`${STORY}//`, STORY],
    [`${STORY}#comments`, STORY],
    ["https://example.org/app#!/story/1", "https://example.org/app#!/story/1"],
    ["https://example.org", "https://example.org/"],
    ["https://example.org/a%2db%7Ec/%d1%8f", "https://example.org/a-b~c/%D1%8F"],
    ["https://example.org/a/./b/../c", "https://example.org/a/c"],
    ["https://example.org/a%2Fb", "https://example.org/a%2Fb"],
    // AMP.
    [`${STORY}/amp`, STORY],
    [`${STORY}/amp/`, STORY],
    [`${STORY}?amp`, STORY],
    ["https://www.example.org/amp/news/story-1", STORY],
    ["https://example.org/news/amp/story-1", STORY],
    ["https://example.org/news/story-1.amp", STORY],
    ["https://example.org/story.amp.html", "https://example.org/story.html"],
    ["https://example.org/champ/amplify", "https://example.org/champ/amplify"],
    ["https://www.google.com/amp/s/amp.example.org/news/story-1", STORY],
    ["https://google.co.uk/amp/s/www.example.org/news/story-1/amp/", STORY],
    ["https://www.google.com/amp/example.org/news/story-1", STORY],
    ["https://www.google.com/amp/s/example.org/story?id=7&usqp=1", "https://example.org/story?id=7"],
    ["https://example-org.cdn.ampproject.org/c/s/example.org/news/story-1/amp", STORY],
    ["https://example-org.cdn.ampproject.org/v/s/www.example.org/news/story-1?amp_js_v=0.1&usqp=1", STORY],
    ["https://cdn.ampproject.org/c/example.org/news/story-1", STORY],
    ["https://www.bing-amp.com/c/s/example.org/news/story-1", STORY],
    // Parameters.
    [`${STORY}?b=2&a=1`, `${STORY}?a=1&b=2`],
    [`${STORY}?a=2&a=1`, `${STORY}?a=2&a=1`],
    [`${STORY}?q=one%20two`, `${STORY}?q=one+two`],
    [`${STORY}?&&`, STORY],
    [`${STORY}?name=%e4%E5`, `${STORY}?name=%E4%E5`],
    // Sites with forms of their own.
    ["https://twitter.com/KyivIndependent/status/1610000000000000001?s=20&t=abc", POST],
    ["https://mobile.twitter.com/KyivIndependent/status/1610000000000000001", POST],
    ["https://x.com/kyivindependent/status/1610000000000000001/photo/1", POST],
    ["http://www.twitter.com/kyivindependent/statuses/1610000000000000001/", POST],
    ["https://twitter.com/i/web/status/1610000000000000001", "https://x.com/i/status/1610000000000000001"],
    ["https://twitter.com/KyivIndependent", "https://x.com/KyivIndependent"],
    ["https://t.me/s/rybar/123", "https://t.me/rybar/123"],
    ["https://telegram.me/Rybar/123?single", "https://t.me/rybar/123"],
    ["https://t.me/s/rybar", "https://t.me/rybar"],
    ["https://t.me/rybar/123?embed=1&comment=9", "https://t.me/rybar/123?comment=9"],
    ["https://youtu.be/dQw4w9WgXcQ?si=abc&t=30", VIDEO],
    ["https://www.youtube.com/watch?v=dQw4w9WgXcQ&si=abc&list=PL1&index=2", VIDEO],
    ["https://m.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ", VIDEO],
    ["https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ", VIDEO],
    ["https://youtube.com/shorts/dQw4w9WgXcQ?feature=share", VIDEO],
    ["https://www.youtube.com/live/dQw4w9WgXcQ", VIDEO],
    ["https://www.youtube.com/playlist?list=PL1&si=x", "https://youtube.com/playlist?list=PL1"],
    [
      "https://m.facebook.com/story.php?story_fbid=1&id=2&mibextid=x",
      "https://facebook.com/permalink.php?id=2&story_fbid=1",
    ],
    ["https://uk-ua.facebook.com/watch/?v=3&ref=sharing", "https://facebook.com/watch?v=3"],
    ["https://mbasic.facebook.com/some.page/posts/4?__tn__=R", "https://facebook.com/some.page/posts/4"],
    ["https://www.instagram.com/p/CmXyZ/?igshid=1&img_index=2", "https://instagram.com/p/CmXyZ"],
    ["https://www.tiktok.com/@a/video/1?is_from_webapp=1", "https://tiktok.com/@a/video/1"],
    ["https://m.vk.com/wall-1_2", "https://vk.com/wall-1_2"],
  ];
  test.each(SAME)("%s", (url, canonical) => {
    expect(canonicalUrl(url)).toBe(canonical);
  });
});

describe("R29: two reports stay two", () => {
  const IDENTIFYING = [
    "id",
    "p",
    "v",
    "story_fbid",
    "article",
    "page",
    "lang",
    "newsid",
    "q",
    "t",
    "si",
    "s",
    "a[]",
  ];
  test.each(IDENTIFYING)("where ?%s tells them apart", (name) => {
    expect(canonicalUrl(`${STORY}?${name}=1`)).not.toBe(canonicalUrl(`${STORY}?${name}=2`));
    expect(canonicalUrl(`${STORY}?${name}=1`)).not.toBe(STORY);
  });

  const APART: [string, string][] = [
    ["https://example.org/a", "https://example.org/A"],
    ["https://example.org/a", "https://example.org:8443/a"],
    ["https://news.example.org/a", "https://example.org/a"],
    ["https://en.wikipedia.org/wiki/A", "https://uk.wikipedia.org/wiki/A"],
    ["https://t.me/rybar/123", "https://t.me/rybar/124"],
    ["https://t.me/c/1/2", "https://t.me/c/1/3"],
    ["https://youtu.be/dQw4w9WgXcQ", "https://youtu.be/dQw4w9WgXcq"],
    ["https://x.com/a/status/1", "https://x.com/a/status/2"],
    [
      "https://facebook.com/permalink.php?story_fbid=1&id=2",
      "https://facebook.com/permalink.php?story_fbid=2&id=2",
    ],
    ["https://example.org/?q=%E4", "https://example.org/?q=%E5"],
    ["https://example.org/a+b", "https://example.org/a%20b"],
    [STORY, `https://web.archive.org/web/20230102000000/${STORY}`],
    [
      `https://web.archive.org/web/20230102000000/${STORY}`,
      `https://web.archive.org/web/20230103000000/${STORY}`,
    ],
    [
      `https://web.archive.org/web/20230102000000/${STORY}`,
      `https://web.archive.org/web/20230102000000/${STORY}?utm_source=x`,
    ],
  ];
  test.each(APART)("%s and %s", (one, other) => {
    expect(canonicalUrl(one)).not.toBe(canonicalUrl(other));
  });

  test("a copy in an archive keeps the address that it names", () => {
    const copy = "https://web.archive.org/web/20230102id_/http://www.example.org/amp/?utm_source=x";
    expect(canonicalUrl(copy)).toBe(copy);
    expect(canonicalUrl("http://archive.ph/AbCdE/")).toBe("https://archive.ph/AbCdE/");
  });
});

describe("R29: any address", () => {
  const PIECES = [
    ..."/.:@?&=#%+[]!'\"| ~-_*1aZя",
    "www.m.mobile.amp.example.org",
    "google.com/amp/s/",
    "cdn.ampproject.org/c/s/",
    "https://",
    "/amp",
    ".amp",
    ".html",
    "twitter.com/i/web/status/1",
    "youtu.be/a?v=",
    "youtube.com/watch?v=a",
    "t.me/s/s/Abcd/1",
    "uk-ua.facebook.com",
    "web.archive.org/web/2023/",
    "%2e%2E",
    "%61mp",
    "%25",
    "%e4",
    "utm_source=",
    "#!/",
    "com.ua",
  ];
  const address = fc
    .tuple(fc.constantFrom("http://", "https://"), fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }))
    .map(([scheme, pieces]) => scheme + pieces.join(""))
    .filter((url) => URL.canParse(url));

  test("has a canonical address, which is its own", () => {
    fc.assert(
      fc.property(fc.oneof(address, fc.webUrl({ withQueryParameters: true, withFragments: true })), (url) => {
        const canonical = canonicalUrl(url);
        expect(new URL(canonical).protocol).toBe("https:");
        expect(canonicalUrl(canonical)).toBe(canonical);
      }),
      { numRuns: 2000 },
    );
  });

  test("is settled in time, however often it is wrapped", () => {
    const wrapped = `https://${"google.com/amp/s/".repeat(100)}example.org/news/story-1`;
    expect(canonicalUrl(wrapped)).toBe(STORY);
    expect(canonicalUrl(`https://example.org/${"/amp.amp".repeat(200)}?${"&utm_x=1".repeat(200)}`)).toMatch(
      /^https:\/\/example\.org\//,
    );
  });
});

describe("the address of a copy in an archive", () => {
  test.each([
    "https://web.archive.org/web/20230102030405/https://example.org/",
    "http://web.archive.org/web/2023id_/http://example.org/",
    "https://archive.org/details/tv-news",
    "https://archive.today/AbCdE",
    "https://archive.ph/2023.01.02-030405/https://example.org/",
    "https://archive.is/AbCdE",
    "https://archive.md/AbCdE",
    "https://archive.vn/AbCdE",
    "https://archive.fo/AbCdE",
    "https://archive.li/AbCdE",
    "https://www.perma.cc/ABCD-1234",
    "https://ghostarchive.org/archive/AbCdE",
    "https://www.webcitation.org/6AbCdE",
  ])("is known: %s", (url) => {
    expect(isArchiveUrl(url)).toBe(true);
  });

  test.each([
    "https://web.archive.org/",
    "https://web.archive.org/web/2023*/https://example.org/",
    "https://web.archive.org/save/https://example.org/",
    "https://archive.ph/",
    "https://notarchive.org/AbCdE",
    "https://archive.ph.example.org/AbCdE",
    "https://example.org/web.archive.org/web/2023/",
    "ftp://archive.org/details",
    "not an address",
    "",
  ])("is none: %s", (url) => {
    expect(isArchiveUrl(url)).toBe(false);
  });
});
