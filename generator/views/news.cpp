#include "views/news.hpp"

#include <algorithm>

namespace gongshi {
namespace {

struct NewsItem {
  std::uint32_t item = 0;
  Event event;
};

bool is_newer(const NewsItem& a, const NewsItem& b) {
  const auto day_a = a.event.date.last_day();
  const auto day_b = b.event.date.last_day();
  if (day_a != day_b) return day_a > day_b;
  return std::pair(a.item, b.event.what) < std::pair(b.item, a.event.what);
}

}  // namespace

std::string event_text(const ViewContext& context, const Event& event) {
  if (event.text.empty()) return {};
  switch (event.what) {
    case Happening::noticed:
      return context.sentence("item_page.notice_until", {{"date", event.text}});
    case Happening::extension_asked:
    case Happening::extension_refused:
      return context.sentence("item_page.asked_until", {{"date", event.text}});
    case Happening::extended:
      return context.sentence("item_page.extended_to", {{"date", event.text}});
    default:
      return event.text;
  }
}

ViewList latest_news(const ViewContext& context, std::string_view from, std::size_t most) {
  const PublishedSite& site = context.site();
  std::vector<NewsItem> news;
  const auto& items = site.records().all<Item>();
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    if (items[i]->withdrawn || site.state(i).left != ItemState::Left::no) continue;
    for (Event& event : timeline_of(*items[i], site.as_of())) news.push_back({i, std::move(event)});
    if (news.size() < 4 * most + 64) continue;  // what is older than enough others is never shown
    std::nth_element(news.begin(), news.begin() + static_cast<std::ptrdiff_t>(most), news.end(), is_newer);
    news.resize(most);
  }
  std::sort(news.begin(), news.end(), is_newer);
  if (news.size() > most) news.resize(most);
  ViewList rows;
  for (const NewsItem& one : news) {
    ViewObject row;
    row.set("date", one.event.date.text())
        .set("what", context.label(choices(Happening{})[static_cast<std::size_t>(one.event.what)]))
        .set("link", context.link({Kind::item, one.item}, from))
        .set("text", event_text(context, one.event));
    rows.emplace_back(std::move(row));
  }
  return rows;
}

}  // namespace gongshi
