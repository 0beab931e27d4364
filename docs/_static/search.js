// Results in the language of the page stand first, and what is said of them is in that language.
(() => {
  const vi = document.documentElement.lang === "vi";
  window.Scorer = {
    score: ([page, , , , score]) => score + (page.startsWith("vi/") === vi ? 30 : 0),
    objNameMatch: 11,
    objPartialMatch: 6,
    objPrio: { 0: 15, 1: 5, 2: -5 },
    objPrioDefault: 0,
    title: 15,
    partialTitle: 7,
    term: 5,
    partialTerm: 2,
  };
  if (!vi || typeof Documentation === "undefined") return;
  Documentation.addTranslations({
    locale: "vi",
    plural_expr: "0",
    messages: {
      "Search Results": "Kết quả tìm",
      Searching: "Đang tìm",
      "Preparing search...": "Đang chuẩn bị…",
      "Hide Search Matches": "Thôi đánh dấu chữ tìm thấy",
      "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.":
        "Không trang nào có đủ các chữ này. Hãy xem lại chính tả, hoặc tìm ít chữ hơn; dấu có thể bỏ.",
      "Search finished, found one page matching the search query.": ["Tìm thấy ${resultCount} trang."],
      ", in ": ", trong ",
    },
  });
})();
