/** Parameters that say where a reader came from, never what he reads. Compared in lower case. */
export const trackingNames: ReadonlySet<string> = new Set(
  `
  fbclid fb_source fb_ref fb_comment_id fbc mibextid sfnsn igshid igsh rdid
  gclid gclsrc gbraid wbraid dclid gad gad_source gad_campaignid srsltid gs_l usqp ved
  msclkid twclid ttclid li_fat_id scclid sccid epik yclid ysclid ymclid yadclid rb_clickid irclickid clickid
  _ga _gl _gid _gac __ga
  mc_cid mc_eid mkt_tok ml_subscriber ml_subscriber_hash ck_subscriber_id sb_referer_host
  hsctatracking __s s_cid s_kwcid ef_id ocid cmpid cmp campaign_id ncid icid ito smid smtyp smprod
  xtor xtref xts xtcr xtnp xtloc xtdate wt_mc wt_zmc wtmc wt.mc_id wt.tsrc cm_mmc cm_mmca1 cm_mmca2 cm_lm cm_ite
  ref_src ref_url referrer referer refsrc refpage __twitter_impression
  oly_enc_id oly_anon_id vero_id vero_conv _openstat echobox __tn__ wickedid zanpid spm scm
  action_object_map action_type_map action_ref_map
  guccounter guce_referrer guce_referrer_sig soc_src soc_trk sr_share nr_email_referer ssp_src
  algo_pvid algo_expid redirectedfrom intcmp int_cmp intcid inttarget
  trackingid tracking_id tracking_source traffic_source tracking trk trkinfo trkcampaign
  dm_i ecid elqtrack elqtrackid elqaid elqat mbid sharetype share_source share_medium share_from sharedfrom share_id
  syndication rss_source newsletter_id email_source zephr_sso_ott
  replytocom noredirect noamp nonamp taid wpmobileexternal
  triedredirect dicbo oborigurl tblci leadsource wprov gps-source sc_src emc ftag cvid
  amp_js_v amp_gsa amp_tf amp_lite amp_r amp_ct aoh amp_markup
  phpsessid jsessionid aspsessionid asp.net_sessionid cfid cftoken oscsid zenid sessionid session_id
  `
    .split(/\s+/)
    .filter((name) => name !== ''),
);

export const trackingPrefixes: readonly string[] = [
  'utm_',
  'mtm_',
  'pk_',
  'piwik_',
  'matomo_',
  'hsa_',
  '_hs',
  '__hs',
  'itm_',
  'ns_',
  'at_',
  'stm_',
  'fb_action_',
  'ga_',
  'oly_',
  'vero_',
  'trk_',
  'pf_rd_',
  'pd_rd_',
  '_branch_',
  '__cft__',
  'aspsessionid',
  // Cloudflare's challenges, Google's accounts of subscribers and translations.
  '__cf_chl_',
  'gaa_',
  '_x_tr_',
];

/** Names that track only when the value is a channel: `ref=rss` does, `ref=4711` is a key and `feed=rss` a feed. */
export const channelNames: ReadonlySet<string> = new Set(
  'ref source src from via origin medium campaign partner share feature cid'.split(' '),
);

export const channels: ReadonlySet<string> = new Set(
  `
  rss atom feed rssfeed feedburner facebook fb twitter tw x instagram ig whatsapp wa telegram tg linkedin youtube
  tiktok pinterest reddit google googlenews google_news news_google bing yahoo flipboard msn apple applenews
  social share sharing shared email mail newsletter nl push notification webpush app android ios mobile web
  hp home homepage front frontpage index widget sidebar footer header related readmore more mostread trending
  ticker slider breaking top copy link copylink copy_link youtu.be emb_title
  `
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Names that carry nothing but a number to get past caches, however short. */
export const cacheBusters: ReadonlySet<string> = new Set(
  '_ _t _dc nocache no_cache cachebuster cachebust cache_bust'.split(' '),
);

/** Names that do so when the number is as long as a clock's or a fraction, as random ones are. */
export const clockNames: ReadonlySet<string> = new Set(
  'ts timestamp cb rnd rand random'.split(' '),
);
