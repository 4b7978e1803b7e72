/** The whole look of the pages; logical properties only, so that it reads either way. */
export const STYLE = `
:root{color-scheme:light dark;--bg:#f6f7f9;--card:#fff;--ink:#1c2430;--soft:#5f6b7a;--line:#e1e5ea;
--accent:#1f5fa8;--good:#1a7f4b;--warn:#9a6200;--bad:#b3261e}
@media screen and (prefers-color-scheme:dark){:root{--bg:#12161c;--card:#1a2029;--ink:#e4e8ee;--soft:#98a4b3;
--line:#2a323d;--accent:#7fb2ec;--good:#5fc58f;--warn:#e0ac4d;--bad:#f2867e}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:14px/1.45 system-ui,"Noto Sans","Noto Sans Arabic",sans-serif}
a{color:var(--accent);text-decoration:none}a:hover{text-decoration:underline}
header{display:flex;gap:1.25rem;align-items:center;flex-wrap:wrap;padding:.6rem 1.25rem;background:var(--card);border-block-end:1px solid var(--line)}
header .brand{font-size:1.05rem;font-weight:700;color:var(--ink)}header nav{display:flex;flex-wrap:wrap;gap:.2rem 1rem}header form{margin:0}header form[role=search]{margin-inline-start:auto;flex:1 1 8rem;max-width:16rem}header input{font:inherit;padding:.25rem .5rem;width:100%;min-width:7rem;border:1px solid var(--line);border-radius:.35rem;background:var(--bg);color:var(--ink)}
header [aria-current]{color:var(--ink);font-weight:600}
main{display:grid;gap:1rem;padding:1rem 1.25rem;max-width:100rem;margin-inline:auto;grid-template-columns:repeat(12,minmax(0,1fr))}
section{grid-column:span 12;background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.8rem 1rem;overflow-x:auto}
@media(min-width:64rem){.third{grid-column:span 4}.half{grid-column:span 6}.most{grid-column:span 8}}
h1{grid-column:span 12;margin:0;font-size:1.25rem}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}main:focus{outline:0}
.skip{position:absolute;inset-inline-start:-999rem}.skip:focus{inset-inline-start:.5rem;inset-block-start:.5rem;z-index:2;background:var(--card);padding:.5rem 1rem}
footer{padding:1rem 1.25rem}footer form{display:flex;gap:.5rem;justify-content:center}
h2{overflow-wrap:anywhere;display:flex;flex-wrap:wrap;gap:.6rem;align-items:baseline;margin:0 0 .5rem;font-size:.95rem}h2>*{min-width:0}h2 small,.soft{color:var(--soft);font-weight:400}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(7rem,1fr));gap:.75rem;padding:0;background:none;border:0}
.tiles div{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.6rem .8rem}
.tiles b{display:block;font-size:1.5rem;font-variant-numeric:tabular-nums;line-height:1.2}
table{border-collapse:collapse;width:100%}
th{font-weight:500;color:var(--soft);text-align:start;font-size:.8rem}
th,td{padding:.28rem .5rem;border-block-end:1px solid var(--line);vertical-align:top}
tr:last-child td{border-block-end:0}
th:first-child,td:first-child{padding-inline-start:0}th:last-child,td:last-child{padding-inline-end:0}
.n{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}.when{white-space:nowrap}
.long{overflow-wrap:anywhere;min-width:12rem}
.good{color:var(--good)}.warn{color:var(--warn)}.bad{color:var(--bad)}
.word{font-weight:600;white-space:nowrap}.where{overflow-wrap:anywhere;white-space:normal;min-width:9rem}
code{font:.9em ui-monospace,monospace;overflow-wrap:anywhere}
button{font:inherit;padding:.3rem .8rem;border:1px solid var(--line);border-radius:.35rem;background:var(--bg);color:var(--ink);cursor:pointer}
.login{max-width:20rem;margin:14vh auto;padding:1.5rem}.login label{display:block;margin-block:.6rem;color:var(--soft)}
.login input{display:block;width:100%;font:inherit;padding:.45rem .6rem;border:1px solid var(--line);border-radius:.35rem;background:var(--bg);color:var(--ink)}
.login button{width:100%;background:var(--accent);color:var(--card);border:0;padding:.5rem;margin-block-start:.4rem}
input,select{font:inherit;color:var(--ink);background:var(--bg);border:1px solid var(--soft);border-radius:.35rem;padding:.3rem .5rem;min-width:0}
button{border-color:var(--soft)}button[aria-current]{font-weight:600}
button.main{background:var(--accent);color:var(--card);border-color:var(--accent)}
.filter{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin-block-end:.5rem}.filter input:not([type=checkbox]){flex:1 14rem}
.act{display:grid;gap:.6rem;max-width:44rem}.act label:not(.choice){display:grid;gap:.2rem}.act button{justify-self:start}
fieldset{border:1px solid var(--line);border-radius:.35rem;padding:.4rem .8rem}legend{color:var(--soft)}.choice{display:block;padding-block:.2rem}
.verbs{display:flex;flex-wrap:wrap;gap:.3rem}.error{font-family:ui-monospace,monospace}.trend{color:var(--accent);vertical-align:middle;max-width:100%}
td .trend{min-width:3.5rem}[dir=rtl] :is(.trend,.gauge){transform:scaleX(-1)}
.way{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.75rem;margin:0;padding:0;list-style:none}
.way li{border:1px solid var(--line);border-radius:.5rem;padding:.5rem .7rem}.way dl{margin:.2rem 0 0}.way dl div{display:flex;justify-content:space-between;gap:.5rem}
.way dt{color:var(--soft)}.way dd{margin:0;font-variant-numeric:tabular-nums}.big{font-size:1.3rem}.door{display:block;max-width:none}p{margin:.2rem 0}
a.button{display:block;text-align:center;padding:.5rem;border:1px solid var(--accent);border-radius:.35rem}iframe{inline-size:100%;block-size:70vh;border:1px solid var(--line);border-radius:.35rem;background:#fff}.text{max-block-size:50vh;overflow:auto}.text p{margin:.6rem 0;white-space:pre-line}details summary{cursor:pointer;color:var(--soft)}
del{color:var(--bad);text-decoration:none}ins{color:var(--good);text-decoration:none}.shares{display:flex;flex-wrap:wrap;gap:.1rem .6rem}
main section a:not(.good):not(.warn):not(.bad){text-decoration:underline;text-underline-offset:.2em}
`;
