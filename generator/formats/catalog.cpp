#include "formats/catalog.hpp"

#include <algorithm>

#include "formats/data_package.hpp"
#include "formats/json_members.hpp"
#include "views/table_words.hpp"

namespace gongshi {
namespace {

// On the site, or relative to the data folder, in which both files lie.
std::string address_of(const ViewContext& context, std::string_view path) {
  const std::string& base = context.site().config().base_url.text;
  return base.empty() ? std::string(path.substr(kDataFolder.size())) : base + relative_address("", path);
}

// What tells of files is no data: the same is said of the data before and after it is there itself.
bool is_catalogue(const std::string& path) {
  return path == kCatalogPath || path == kDatasetPath || path == kSumsPath;
}

// Is it of one table alone?
bool is_of_one(const DataSet& data, const std::string& path) {
  return std::any_of(data.tables().begin(), data.tables().end(), [&](const Table& table) {
    return path.starts_with(std::string(kDataFolder) + table.name + ".");
  });
}

std::string description_of(const ViewContext& context) {
  return context.sentence("data_files.description", {{"organisation", context.site().config().organisation}});
}

class CatalogWriter {
 public:
  CatalogWriter(const ViewContext& context, const DataSet& data) : m_context(context), m_data(data) {}

  std::string write() {
    m_json.begin_object();
    write_context();
    const SiteConfig& config = m_data.site().config();
    write_member(m_json, "@id", address_of(m_context, kDataPath) + "#catalog");
    write_member(m_json, "@type", "dcat:Catalog");
    write_titles(config.title.text);
    write_agent("dct:publisher");
    write_id("foaf:homepage", address_of(m_context, kDataPath));
    write_member(m_json, "dct:language", language());
    write_date("dct:modified");
    write_licence();
    m_json.key("dcat:dataset");
    write_dataset();
    m_json.end_object();
    return m_json.take() + "\n";
  }

 private:
  void write_context() {
    constexpr std::pair<std::string_view, std::string_view> kPrefixes[] = {
        {"dcat", "http://www.w3.org/ns/dcat#"},        {"dct", "http://purl.org/dc/terms/"},
        {"foaf", "http://xmlns.com/foaf/0.1/"},        {"spdx", "http://spdx.org/rdf/terms#"},
        {"vcard", "http://www.w3.org/2006/vcard/ns#"}, {"xsd", "http://www.w3.org/2001/XMLSchema#"}};
    m_json.key("@context");
    m_json.begin_object();
    for (const auto& [prefix, address] : kPrefixes) write_member(m_json, prefix, address);
    m_json.end_object();
  }

  [[nodiscard]] std::string_view language() const {
    return m_context.language() == Language::zh ? "zh-CN" : "en";
  }

  void write_text(std::string_view key, const std::string& text) {
    m_json.key(key);
    m_json.begin_object();
    write_member(m_json, "@value", text);
    write_member(m_json, "@language", language());
    m_json.end_object();
  }

  void write_typed(std::string_view key, const std::string& text, std::string_view type) {
    m_json.key(key);
    m_json.begin_object();
    write_member(m_json, "@value", text);
    write_member(m_json, "@type", type);
    m_json.end_object();
  }

  void write_id(std::string_view key, const std::string& address) {
    m_json.key(key);
    m_json.begin_object();
    write_member(m_json, "@id", address);
    m_json.end_object();
  }

  void write_date(std::string_view key) { write_typed(key, m_data.site().as_of().text(), "xsd:date"); }

  void write_titles(const std::string& title) {
    write_text("dct:title", title);
    write_text("dct:description", description_of(m_context));
  }

  void write_agent(std::string_view key) {
    m_json.key(key);
    m_json.begin_object();
    write_member(m_json, "@type", "foaf:Agent");
    write_text("foaf:name", m_data.site().config().organisation);
    m_json.end_object();
  }

  void write_licence() {
    const std::string& licence = m_data.site().config().licence;
    if (licence.empty()) return;
    if (is_address(licence)) return write_id("dct:license", licence);
    m_json.key("dct:license");
    m_json.begin_object();
    write_member(m_json, "@type", "dct:LicenseDocument");
    write_member(m_json, "dct:title", licence);
    m_json.end_object();
  }

  void write_contact() {
    const Contact* contact = m_data.site().config().contact.get();
    if (contact == nullptr || (contact->email.empty() && contact->phone.empty())) return;
    m_json.key("dcat:contactPoint");
    m_json.begin_object();
    write_member(m_json, "@type", "vcard:Organization");
    write_member(m_json, "vcard:fn", m_data.site().config().organisation);
    if (!contact->email.empty()) write_id("vcard:hasEmail", "mailto:" + contact->email);
    write_member(m_json, "vcard:hasTelephone", contact->phone);
    m_json.end_object();
  }

  void write_dataset() {
    m_json.begin_object();
    write_member(m_json, "@id", address_of(m_context, kDataPath) + "#dataset");
    write_member(m_json, "@type", "dcat:Dataset");
    write_titles(m_data.site().config().title.text);
    write_agent("dct:publisher");
    write_contact();
    write_member(m_json, "dct:language", language());
    write_date("dct:modified");
    write_id("dcat:landingPage", address_of(m_context, kDataPath));
    std::vector<std::string> words;
    for (const Table& table : m_data.tables()) {
      if (table.of) words.push_back(label_of(m_context, table));
    }
    write_member(m_json, "dcat:keyword", words);
    m_json.key("dcat:distribution");
    m_json.begin_array();
    for (const auto& [path, file] : m_data.files()) {
      if (!is_catalogue(path)) write_distribution(path, file);
    }
    m_json.end_array();
    m_json.end_object();
  }

  void write_distribution(const std::string& path, const MadeFile& file) {
    m_json.begin_object();
    write_member(m_json, "@type", "dcat:Distribution");
    write_member(m_json, "dct:title", std::string_view(path).substr(kDataFolder.size()));
    write_id("dcat:accessURL", address_of(m_context, kDataPath));
    write_id("dcat:downloadURL", address_of(m_context, path));
    write_id("dcat:mediaType",
             "https://www.iana.org/assignments/media-types/" + std::string(media_type(path)));
    write_typed("dcat:byteSize", std::to_string(file.bytes), "xsd:nonNegativeInteger");
    write_licence();
    m_json.key("spdx:checksum");
    m_json.begin_object();
    write_member(m_json, "@type", "spdx:Checksum");
    write_id("spdx:algorithm", "http://spdx.org/rdf/terms#checksumAlgorithm_sha256");
    write_typed("spdx:checksumValue", file.sha256, "xsd:hexBinary");
    m_json.end_object();
    m_json.end_object();
  }

  const ViewContext& m_context;
  const DataSet& m_data;
  JsonWriter m_json{JsonWriter::Layout::pretty};
};

void write_organisation(JsonWriter& json, std::string_view key, const std::string& name) {
  json.key(key);
  json.begin_object();
  write_member(json, "@type", "Organization");
  write_member(json, "name", name);
  json.end_object();
}

void write_schema_licence(JsonWriter& json, const std::string& licence) {
  if (licence.empty()) return;
  if (is_address(licence)) return write_member(json, "license", licence);
  json.key("license");
  json.begin_object();
  write_member(json, "@type", "CreativeWork");
  write_member(json, "name", licence);
  json.end_object();
}

// No end of a script element or comment can stand in it.
std::string without_markup(const std::string& json) {
  std::string safe;
  for (const char c : json) {
    if (c == '<') {
      safe += "\\u003c";
    } else {
      safe += c;
    }
  }
  return safe;
}

}  // namespace

std::string catalog(const ViewContext& context, const DataSet& data) {
  return CatalogWriter(context, data).write();
}

std::string dataset(const ViewContext& context, const DataSet& data, DatasetFiles files) {
  const SiteConfig& config = data.site().config();
  JsonWriter json(JsonWriter::Layout::pretty);
  json.begin_object();
  write_member(json, "@context", "https://schema.org/");
  write_member(json, "@type", "Dataset");
  write_member(json, "name", config.title.text);
  write_member(json, "description", description_of(context));
  write_member(json, "url", address_of(context, kDataPath));
  write_member(json, "identifier", address_of(context, kDataPath));
  write_organisation(json, "creator", config.organisation);
  write_organisation(json, "publisher", config.organisation);
  write_schema_licence(json, config.licence);
  write_member(json, "dateModified", data.site().as_of().text());
  write_member(json, "version", data.site().as_of().text());
  write_member(json, "inLanguage", context.language() == Language::zh ? "zh-CN" : "en");
  json.key("isAccessibleForFree");
  json.flag(true);
  std::vector<std::string> words;
  for (const Table& table : data.tables()) words.push_back(label_of(context, table));
  write_member(json, "keywords", words);
  json.key("includedInDataCatalog");
  json.begin_object();
  write_member(json, "@type", "DataCatalog");
  write_member(json, "name", config.title.text);
  write_member(json, "url", address_of(context, kDataPath));
  json.end_object();
  json.key("distribution");
  json.begin_array();
  for (const auto& [path, file] : data.files()) {
    if (is_catalogue(path) || (files == DatasetFiles::of_all_tables && is_of_one(data, path))) continue;
    json.begin_object();
    write_member(json, "@type", "DataDownload");
    write_member(json, "name", std::string_view(path).substr(kDataFolder.size()));
    write_member(json, "contentUrl", address_of(context, path));
    write_member(json, "encodingFormat", media_type(path));
    write_member(json, "contentSize", std::to_string(file.bytes) + " B");
    write_member(json, "sha256", file.sha256);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return without_markup(json.take()) + "\n";
}

}  // namespace gongshi
