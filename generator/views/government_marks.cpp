#include "views/government_marks.hpp"

namespace gongshi {
namespace {

// https://example.org/zg/ is on example.org.
std::string domain_of(const std::string& address) {
  const std::size_t scheme = address.find("://");
  const std::size_t begin = scheme == std::string::npos ? 0 : scheme + 3;
  return address.substr(begin, address.find('/', begin) - begin);
}

}  // namespace

ViewList government_meta(const ViewContext& context, const PageView& page) {
  const SiteConfig& config = context.site().config();
  ViewList tags;
  if (!config.government) return tags;
  const auto add = [&](std::string_view name, std::string content) {
    if (content.empty()) return;
    ViewObject tag;
    tag.set("name", name).set("content", std::move(content));
    tags.emplace_back(std::move(tag));
  };
  add("SiteName", config.title.text);
  add("SiteDomain", domain_of(config.base_url.text));
  add("SiteIDCode", config.government->site_id_code);
  if (page.column) {
    const std::string column = context.word("kinds." + std::string(name_of(*page.column).plural));
    add("ColumnName", column);
    add("ColumnDescription", page.is_article ? column : page.description);
    add("ColumnKeywords", column);
    add("ColumnType", context.word("government.column_type." + std::string(name_of(*page.column).plural)));
  }
  if (page.is_article) {
    add("ArticleTitle", page.title);
    add("PubDate", page.published.empty() ? context.site().as_of().text() : page.published);
    add("ContentSource", page.source.empty() ? config.organisation : page.source);
  }
  return tags;
}

ViewList government_marks(const ViewContext& context) {
  const SiteConfig& config = context.site().config();
  ViewList marks;
  if (!config.government) return marks;
  const Government& government = *config.government;
  const auto add = [&](std::string_view word, const std::string& value) {
    if (!value.empty()) marks.emplace_back(context.sentence(word, {{"value", value}}));
  };
  add("government.host", government.host);
  add("government.undertaker", government.undertaker);
  add("government.site_id_code", government.site_id_code);
  add("government.icp", government.icp);
  add("government.police", government.police);
  return marks;
}

}  // namespace gongshi
