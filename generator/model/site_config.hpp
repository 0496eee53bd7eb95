// What site.yaml may say.
#pragma once

#include "model/record.hpp"

namespace gongshi {

enum class PageLanguage : std::uint8_t { zh_cn, en };
std::span<const ChoiceWord> choices(PageLanguage);

/// The outputs a site may choose; pages and manifest are always written.
enum class OutputName : std::uint8_t { csv, json, records, xlsx, zip, sqlite, feeds, calendar, search, qr };
std::span<const ChoiceWord> choices(OutputName);

/// In which ways files are compressed beside themselves.
enum class Compression : std::uint8_t { gzip, brotli };
std::span<const ChoiceWord> choices(Compression);

enum class RuleLevel : std::uint8_t { error, warning };
std::span<const ChoiceWord> choices(RuleLevel);

/// A rule that the site lowers; published.
struct RuleChoice : Entry {
  Choice<RuleLevel> level;
  std::string reason;
};
const FieldTable& fields_of(const RuleChoice*);

struct Thresholds : Entry {
  std::optional<std::int64_t> satisfaction;
  std::optional<std::int64_t> small_cell;
  std::optional<std::int64_t> headline_base;
  std::optional<std::int64_t> stale_days;
  std::optional<std::int64_t> start_days;
  std::optional<std::int64_t> notice_days;
};
const FieldTable& fields_of(const Thresholds*);

struct Contact : Entry {
  std::string phone;
  std::string email;
  std::string address;
  std::string hours;
  Date tested_on;
};
const FieldTable& fields_of(const Contact*);

struct Oversight : Entry {
  Address form_url;
};
const FieldTable& fields_of(const Oversight*);

struct Government : Entry {
  std::string site_id_code;
  std::string icp;
  std::string police;
  std::string host;
  std::string undertaker;
};
const FieldTable& fields_of(const Government*);

struct SiteConfig : Entry {
  Line title;
  std::string organisation;
  Address base_url;
  std::string theme;
  Choice<PageLanguage> language;
  std::string timezone;
  Date as_of;
  std::string notice;
  std::vector<Placed<std::string>> audiences;
  std::vector<Placed<Choice<OutputName>>> outputs;
  std::vector<Placed<Choice<Compression>>> precompressed;
  std::optional<bool> public_only;
  std::string licence;
  std::string next_release;
  std::vector<Keyed<RuleChoice>> rules;
  Box<Thresholds> thresholds;
  std::vector<Placed<std::string>> categories;
  Box<Contact> contact;
  Box<Oversight> oversight;
  Box<Government> government;

  /// Is this output among those chosen? All are where none is named.
  [[nodiscard]] bool makes(OutputName output) const;
  /// Are files compressed in this way? In none where none is named.
  [[nodiscard]] bool compresses(Compression way) const;
};
const FieldTable& fields_of(const SiteConfig*);

}  // namespace gongshi
