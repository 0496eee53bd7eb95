// A page as data, and the job that makes it. All jobs are listed before the first one runs, so that
// every address is known; each is then rendered, hashed, written and forgotten. The preview runs the
// same jobs one by one.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/find_record.hpp"
#include "views/view_value.hpp"

namespace gongshi {

struct PageView {
  std::string template_name;   ///< `pages/record`, in the theme's templates/
  std::string title;           ///< without the site's title
  std::string description;     ///< one sentence for search engines
  std::optional<Kind> column;  ///< kind of the records it tells of, where they are of one
  bool is_article = false;     ///< of one record, not a list or an overview
  bool is_posted = false;      ///< likely to hang on a wall: its address is on its paper as a QR code
  std::string hash;            ///< of the one record that it tells of; empty for any other page
  std::string published;       ///< of an article: the day of its latest entry; empty where no day is known
  std::string source;          ///< of an article: what it was taken from or who published it, in words
  ViewObject view;
};

struct PageJob {
  std::string path;
  Position origin;                   ///< source of the record that the page is of, if it is of one
  std::optional<RecordKey> goes_on;  ///< record whose text goes on here, so that it is found here
  bool in_sitemap = true;
  bool framed = true;  ///< put into the layout; false for what is no HTML
  std::function<PageView()> make;
  /// All that `make` was given, beside what it reads of the site while it runs; nothing where that is not
  /// told. The same and the same read, the page is the same.
  std::optional<std::string> given;
};

/// A page in the layout that robots may find, of no one record until the caller says so.
inline PageJob page_job(std::string_view path, std::function<PageView()> make) {
  PageJob job;
  job.path = path;
  job.make = std::move(make);
  return job;
}

}  // namespace gongshi
