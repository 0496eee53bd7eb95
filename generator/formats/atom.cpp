#include "formats/atom.hpp"

#include <pugixml.hpp>

namespace gongshi {
namespace {

// Records know days; a day begins at midnight wherever it is read.
std::string time_of(Date day) { return day.text() + "T00:00:00Z"; }

void add_text(pugi::xml_node& node, const char* name, const std::string& text) {
  node.append_child(name).text().set(text.c_str());
}

void add_link(pugi::xml_node& node, const char* relation, const std::string& address, const char* type) {
  pugi::xml_node link = node.append_child("link");
  link.append_attribute("rel") = relation;
  link.append_attribute("type") = type;
  link.append_attribute("href") = address.c_str();
}

void add_entry(pugi::xml_node& feed, const FeedEntry& entry) {
  pugi::xml_node node = feed.append_child("entry");
  add_text(node, "id", entry.id);
  add_text(node, "title", entry.title);
  add_text(node, "updated", time_of(entry.updated));
  add_link(node, "alternate", entry.link, "text/html");
  node.append_child("category").append_attribute("term") = entry.category.c_str();
  if (!entry.summary.empty()) add_text(node, "summary", entry.summary);
}

struct StringWriter : pugi::xml_writer {
  std::string text;
  void write(const void* data, std::size_t size) override {
    text.append(static_cast<const char*>(data), size);
  }
};

}  // namespace

std::string atom(const ViewContext& context, const Feed& feed) {
  const SiteConfig& config = context.site().config();
  const std::string& base = config.base_url.text;
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("feed");
  root.append_attribute("xmlns") = "http://www.w3.org/2005/Atom";
  root.append_attribute("xml:lang") = context.language() == Language::zh ? "zh-CN" : "en";
  add_text(root, "id", base + relative_address("", feed.path));
  add_text(root, "title", feed.title);
  add_text(root, "updated",
           time_of(feed.entries.empty() ? context.site().as_of() : feed.entries.front().updated));
  pugi::xml_node author = root.append_child("author");
  add_text(author, "name", config.organisation);
  if (!config.licence.empty()) add_text(root, "rights", config.licence);
  add_link(root, "self", base + relative_address("", feed.path), "application/atom+xml");
  add_link(root, "alternate", base + relative_address("", feed.page), "text/html");
  for (const FeedEntry& entry : feed.entries) add_entry(root, entry);
  StringWriter out;
  document.save(out, " ", pugi::format_indent, pugi::encoding_utf8);
  return std::move(out.text);
}

}  // namespace gongshi
